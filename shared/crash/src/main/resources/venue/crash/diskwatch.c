/*
 * Loaded before libc (LD_PRELOAD): writes down every change of files below CRASH_PREFIX in the
 * order in which the kernel saw it, and lets chosen calls fail. One record a call:
 *   u8 op, u8 flags, u16 length of path, u16 length of second path, u32 handle, i64 offset,
 *   u32 length of data; then path, second path, data. Numbers are little-endian.
 * Call and record happen under one lock, so that the order in the trace is the true one.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define FDS 65536
#define LONGEST 4096

enum { PROCESS = 'P', OPENED = 'O', WRITTEN = 'W', FORCED = 'F', SIZED = 'T', RENAMED = 'R',
       LINKED = 'L', UNLINKED = 'U', FOLDER = 'D', NO_FOLDER = 'X', SAID = 'A', MAPPED = 'M' };
enum { CREATES = 1, EMPTIES = 2 };

/* The kinds of calls that can fail; the names are those of the control files. */
enum { FSYNC, WRITE, RENAME, TRUNCATE, CREATE, MKDIR, UNLINK, KINDS };
static const char *const names[KINDS] = {"fsync", "write", "rename", "truncate", "create", "mkdir",
                                         "unlink"};
enum { HALF_WRITE = -1, KILL = -2 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *prefix;
static size_t prefix_length;
static int trace = -1;
static uint32_t handles;
static uint32_t handle_of[FDS];
static char *path_of[FDS];

static char armed_below[LONGEST];
static int armed, armed_kind, armed_what, armed_on;
static long armed_at, counts[KINDS], fired;

struct __attribute__((packed)) head {
    uint8_t op, flags;
    uint16_t path, second;
    uint32_t handle;
    int64_t offset;
    uint32_t length;
};

static void record(int op, int flags, const char *path, const char *second, uint32_t handle,
                   int64_t offset, const void *data, size_t length) {
    if (trace < 0) return;
    struct head head = {(uint8_t)op, (uint8_t)flags, path ? (uint16_t)strlen(path) : 0,
                        second ? (uint16_t)strlen(second) : 0, handle, offset, (uint32_t)length};
    struct iovec parts[4] = {{&head, sizeof head}, {(void *)path, head.path},
                             {(void *)second, head.second}, {(void *)data, length}};
    size_t all = sizeof head + head.path + head.second + length;
    long done = syscall(SYS_writev, trace, parts, 4);
    if (done != (long)all) {
        static const char sorry[] = "diskwatch: the trace cannot be written\n";
        syscall(SYS_write, 2, sorry, sizeof sorry - 1);
        syscall(SYS_exit_group, 70);
    }
}

__attribute__((constructor)) static void begin(void) {
    prefix = getenv("CRASH_PREFIX");
    const char *file = getenv("CRASH_TRACE");
    if (!prefix) return;
    prefix_length = strlen(prefix);
    if (file) {
        trace = (int)syscall(SYS_openat, AT_FDCWD, file, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC,
                             0644);
        record(PROCESS, 0, prefix, NULL, 0, 0, NULL, 0);
    }
}

static int below(const char *path, const char *folder, size_t length) {
    return path && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

static int watched(const char *path) { return prefix && below(path, prefix, prefix_length); }

static const char *fd_path(int fd) { return fd >= 0 && fd < FDS ? path_of[fd] : NULL; }

/* Gives the whole path of a call relative to a folder that is open. */
static const char *resolve(int dir, const char *path, char *whole) {
    if (!path || path[0] == '/' || dir == AT_FDCWD) return path;
    const char *folder = fd_path(dir);
    if (!folder) return path;
    snprintf(whole, LONGEST, "%s/%s", folder, path);
    return whole;
}

/* 0, or what is to happen instead of the call. Counts calls below the armed folder. */
static int fault(int kind, const char *path) {
    if (!armed || !below(path, armed_below, strlen(armed_below))) return 0;
    counts[kind]++;
    if (kind != armed_kind || counts[kind] < armed_at || (counts[kind] > armed_at && !armed_on))
        return 0;
    fired++;
    if (armed_what == KILL && kind != WRITE) syscall(SYS_kill, getpid(), SIGKILL);
    return armed_what == HALF_WRITE && kind != WRITE ? ENOSPC : armed_what;
}

static int answer(void) {
    char text[512];
    int length = snprintf(text, sizeof text, "fired=%ld", fired);
    for (int i = 0; i < KINDS; i++)
        length += snprintf(text + length, sizeof text - length, " %s=%ld", names[i], counts[i]);
    int fd = (int)syscall(SYS_memfd_create, "diskwatch", 0);
    syscall(SYS_write, fd, text, length);
    syscall(SYS_lseek, fd, 0, SEEK_SET);
    return fd;
}

/* Control files: FOLDER/.arm-KIND-N-WHAT, FOLDER/.disarm. Opening one gives what was counted. */
static int control(const char *path) {
    const char *name = strrchr(path, '/') + 1;
    if (!strcmp(name, ".disarm")) {
        armed = 0;
        return answer();
    }
    char kind[16], what[16];
    long at;
    if (sscanf(name, ".arm-%15[a-z]-%ld-%15[A-Z+]", kind, &at, what) != 3) return -1;
    memset(counts, 0, sizeof counts);
    fired = 0;
    armed_at = at;
    armed_on = strchr(what, '+') != NULL;
    what[strcspn(what, "+")] = 0;
    armed_what = !strcmp(what, "ENOSPC") ? ENOSPC : !strcmp(what, "SHORT") ? HALF_WRITE
               : !strcmp(what, "KILL") ? KILL : EIO;
    for (armed_kind = 0; armed_kind < KINDS - 1 && strcmp(kind, names[armed_kind]);) armed_kind++;
    snprintf(armed_below, sizeof armed_below, "%.*s", (int)(name - 1 - path), path);
    armed = 1;
    return answer();
}

static int fail(int error) {
    errno = error;
    return -1;
}

static int open_at(int dir, const char *given, int flags, mode_t mode) {
    char whole[LONGEST];
    const char *path = resolve(dir, given, whole);
    if (!watched(path)) return (int)syscall(SYS_openat, dir, given, flags, mode);
    pthread_mutex_lock(&lock);
    int fd = -1;
    const char *name = strrchr(path, '/');
    if (name && (!strncmp(name, "/.arm-", 6) || !strcmp(name, "/.disarm"))) {
        fd = control(path);
    } else {
        int error = flags & O_CREAT ? fault(CREATE, path) : 0;
        fd = error ? fail(error) : (int)syscall(SYS_openat, dir, given, flags, mode);
        if (fd >= 0 && fd < FDS) {
            handle_of[fd] = ++handles;
            free(path_of[fd]);
            path_of[fd] = strdup(path);
            record(OPENED, (flags & O_CREAT ? CREATES : 0) | (flags & O_TRUNC ? EMPTIES : 0), path,
                   NULL, handle_of[fd], 0, NULL, 0);
        }
    }
    int error = errno;
    pthread_mutex_unlock(&lock);
    errno = error;
    return fd;
}

#define MODE(flags)                             \
    mode_t mode = 0;                            \
    if ((flags) & (O_CREAT | O_TMPFILE)) {      \
        va_list more;                           \
        va_start(more, flags);                  \
        mode = va_arg(more, mode_t);            \
        va_end(more);                           \
    }

int open(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return open_at(AT_FDCWD, path, flags, mode); }
int openat(int dir, const char *path, int flags, ...) { MODE(flags) return open_at(dir, path, flags, mode); }
int openat64(int dir, const char *path, int flags, ...) { MODE(flags) return open_at(dir, path, flags, mode); }
int creat(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }
int __open_2(const char *path, int flags) { return open_at(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return open_at(AT_FDCWD, path, flags, 0); }

int close(int fd) {
    if (fd_path(fd)) {
        pthread_mutex_lock(&lock);
        free(path_of[fd]);
        path_of[fd] = NULL;
        pthread_mutex_unlock(&lock);
    }
    return (int)syscall(SYS_close, fd);
}

/* at < 0: at the position of the file */
static ssize_t put(int fd, const void *data, size_t length, int64_t at) {
    if (fd == 1 && length > 4 && !memcmp(data, "ACK ", 4)) {
        pthread_mutex_lock(&lock);
        record(SAID, 0, NULL, NULL, 0, 0, data, length);
        pthread_mutex_unlock(&lock);
    }
    if (!fd_path(fd)) {
        return at < 0 ? syscall(SYS_write, fd, data, length)
                      : syscall(SYS_pwrite64, fd, data, length, at);
    }
    pthread_mutex_lock(&lock);
    int error = fault(WRITE, path_of[fd]);
    ssize_t done;
    if (error > 0) {
        done = fail(error);
    } else {
        if (error < 0) length = length / 2;
        int64_t where = at;
        done = at < 0 ? syscall(SYS_write, fd, data, length)
                      : syscall(SYS_pwrite64, fd, data, length, at);
        if (at < 0 && done >= 0) where = syscall(SYS_lseek, fd, 0, SEEK_CUR) - done;
        if (done > 0) record(WRITTEN, 0, NULL, NULL, handle_of[fd], where, data, (size_t)done);
        if (error == KILL) syscall(SYS_kill, getpid(), SIGKILL);
    }
    error = errno;
    pthread_mutex_unlock(&lock);
    errno = error;
    return done;
}

ssize_t write(int fd, const void *data, size_t length) { return put(fd, data, length, -1); }
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return put(fd, data, length, at); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) { return put(fd, data, length, at); }

/* Several pieces are written one after the other: a shorter answer than asked for is legal. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
    if (!fd_path(fd)) return syscall(SYS_writev, fd, parts, count);
    return count ? put(fd, parts[0].iov_base, parts[0].iov_len, -1) : 0;
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at) {
    if (!fd_path(fd)) return syscall(SYS_pwritev, fd, parts, count, (long)at, 0L);
    return count ? put(fd, parts[0].iov_base, parts[0].iov_len, at) : 0;
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) { return pwritev(fd, parts, count, at); }

/* Copies inside the kernel would not be seen; the callers fall back to reading and writing. */
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length, unsigned flags) {
    if (fd_path(out)) return fail(ENOSYS);
    return syscall(SYS_copy_file_range, in, from, out, to, length, flags);
}
ssize_t sendfile(int out, int in, off_t *from, size_t length) {
    if (fd_path(out)) return fail(EINVAL);
    return syscall(SYS_sendfile, out, in, from, length);
}
ssize_t sendfile64(int out, int in, off64_t *from, size_t length) { return sendfile(out, in, from, length); }

static int force(int fd, long call) {
    if (!fd_path(fd)) return (int)syscall(call, fd);
    pthread_mutex_lock(&lock);
    int error = fault(FSYNC, path_of[fd]);
    int done = error ? fail(error) : (int)syscall(call, fd);
    if (!done) record(FORCED, 0, NULL, NULL, handle_of[fd], 0, NULL, 0);
    error = errno;
    pthread_mutex_unlock(&lock);
    errno = error;
    return done;
}

int fsync(int fd) { return force(fd, SYS_fsync); }
int fdatasync(int fd) { return force(fd, SYS_fdatasync); }

int ftruncate(int fd, off_t length) {
    if (!fd_path(fd)) return (int)syscall(SYS_ftruncate, fd, length);
    pthread_mutex_lock(&lock);
    int error = fault(TRUNCATE, path_of[fd]);
    int done = error ? fail(error) : (int)syscall(SYS_ftruncate, fd, length);
    if (!done) record(SIZED, 0, NULL, NULL, handle_of[fd], length, NULL, 0);
    error = errno;
    pthread_mutex_unlock(&lock);
    errno = error;
    return done;
}
int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }

/* A change of names: `kind` may be made to fail, `op` is written down. */
#define NAMES(kind, op, path, second, call)                            \
    pthread_mutex_lock(&lock);                                         \
    int error = fault(kind, path);                                     \
    int done = error ? fail(error) : (int)(call);                      \
    if (!done) record(op, 0, path, second, 0, 0, NULL, 0);             \
    error = errno;                                                     \
    pthread_mutex_unlock(&lock);                                       \
    errno = error;                                                     \
    return done;

int renameat2(int dir, const char *from, int other, const char *to, unsigned flags) {
    char one[LONGEST], two[LONGEST];
    const char *source = resolve(dir, from, one), *target = resolve(other, to, two);
    if (!watched(source) && !watched(target))
        return (int)syscall(SYS_renameat2, dir, from, other, to, flags);
    NAMES(RENAME, RENAMED, source, target, syscall(SYS_renameat2, dir, from, other, to, flags))
}
int renameat(int dir, const char *from, int other, const char *to) { return renameat2(dir, from, other, to, 0); }
int rename(const char *from, const char *to) { return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0); }

int linkat(int dir, const char *from, int other, const char *to, int flags) {
    char one[LONGEST], two[LONGEST];
    const char *source = resolve(dir, from, one), *target = resolve(other, to, two);
    if (!watched(target)) return (int)syscall(SYS_linkat, dir, from, other, to, flags);
    NAMES(CREATE, LINKED, source, target, syscall(SYS_linkat, dir, from, other, to, flags))
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }

int unlinkat(int dir, const char *given, int flags) {
    char whole[LONGEST];
    const char *path = resolve(dir, given, whole);
    if (!watched(path)) return (int)syscall(SYS_unlinkat, dir, given, flags);
    NAMES(UNLINK, flags & AT_REMOVEDIR ? NO_FOLDER : UNLINKED, path, NULL,
          syscall(SYS_unlinkat, dir, given, flags))
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int dir, const char *given, mode_t mode) {
    char whole[LONGEST];
    const char *path = resolve(dir, given, whole);
    if (!watched(path)) return (int)syscall(SYS_mkdirat, dir, given, mode);
    NAMES(MKDIR, FOLDER, path, NULL, syscall(SYS_mkdirat, dir, given, mode))
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

/* Writing through memory would not be seen: it is written down, and the reader of the trace
   refuses unless the file is one that does not outlive the process (SQLite's -shm). */
void *mmap64(void *at, size_t length, int protection, int flags, int fd, off64_t offset) {
    void *done = (void *)syscall(SYS_mmap, at, length, protection, flags, fd, offset);
    if (done != MAP_FAILED && fd_path(fd) && (protection & PROT_WRITE) && (flags & MAP_SHARED)) {
        pthread_mutex_lock(&lock);
        record(MAPPED, 0, path_of[fd], NULL, handle_of[fd], offset, NULL, 0);
        pthread_mutex_unlock(&lock);
    }
    return done;
}
void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
    return mmap64(at, length, protection, flags, fd, offset);
}
