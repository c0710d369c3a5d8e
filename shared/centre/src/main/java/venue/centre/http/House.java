package venue.centre.http;

import java.time.InstantSource;
import venue.centre.CentreIdentity;
import venue.centre.store.BlobFiles;
import venue.centre.store.LogStore;
import venue.centre.store.Registry;
import venue.centre.store.RequestBook;
import venue.centre.store.TaskStore;

/// What every endpoint works with.
///
/// @param blobs the folder of large files
public record House(CentreIdentity identity, InstantSource clock, Registry registry,
        LogStore logs, TaskStore tasks, RequestBook book, BlobFiles blobs) {}
