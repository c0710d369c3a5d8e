/// Takes evidence in (证据采集): written down before its first byte, kept as it came, hashed twice.
///
/// Two sources are real today: files that are brought ([venue.capture.FileSource]) and pictures of
/// the application's own window ([venue.capture.WindowSource]). Camera, microphone and the whole
/// screen come later behind the same [venue.capture.CaptureSource].
@org.jspecify.annotations.NullMarked
package venue.capture;
