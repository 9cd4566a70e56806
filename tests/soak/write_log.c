/* Writes down, in order, everything that a program does to the files of one folder.
 *
 * To be loaded before the C library (LD_PRELOAD). WRITE_LOG is the file that the records go to,
 * WRITE_LOG_FOLDER the folder, without a slash at its end. With WRITE_LOG_NO_SYNC=1 the syncs are
 * written down and not done: the replay needs none, and the trial is quicker.
 *
 * A record: kind (1 byte), inode (8), first number (8), length of the path (4), length of the data
 * (4), then both. One lock over all processes is held while a thing is done and written down, so
 * that the order of the records is the order in which things were done. sync_file_range is not
 * written down, since it promises nothing.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { CREATE = 'c', WRITE = 'w', TRUNCATE = 't', RENAME = 'r', LINK = 'l', UNLINK = 'u',
       MKDIR = 'm', RMDIR = 'd', SYNC = 's', SYNC_FOLDER = 'S' };

static pthread_mutex_t one_thread = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1;
static char folder[PATH_MAX];
static size_t folder_length;
static int no_sync;

__attribute__((constructor)) static void begin(void) {
    const char *where = getenv("WRITE_LOG"), *of = getenv("WRITE_LOG_FOLDER");
    const char *quick = getenv("WRITE_LOG_NO_SYNC");
    if (!where || !of) return;
    snprintf(folder, sizeof folder, "%s/", of);
    folder_length = strlen(folder);
    no_sync = quick && *quick == '1';
    int fd = syscall(SYS_openat, AT_FDCWD, where, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0) { perror("write_log"); abort(); }
    log_fd = fcntl(fd, F_DUPFD_CLOEXEC, 900);
    syscall(SYS_close, fd);
}

static void lock(void) {
    pthread_mutex_lock(&one_thread);
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    while (syscall(SYS_fcntl, log_fd, F_SETLKW, &whole) < 0 && errno == EINTR) {}
}

static void unlock(void) {
    int kept = errno;
    struct flock whole = {.l_type = F_UNLCK, .l_whence = SEEK_SET};
    syscall(SYS_fcntl, log_fd, F_SETLK, &whole);
    pthread_mutex_unlock(&one_thread);
    errno = kept;
}

static void record(char kind, uint64_t inode, uint64_t number, const char *path,
                   const void *data, size_t size) {
    int kept = errno;
    uint32_t lengths[2] = {path ? strlen(path) : 0, size};
    struct iovec parts[6] = {{&kind, 1}, {&inode, 8}, {&number, 8}, {lengths, 8},
                             {(void *)path, lengths[0]}, {(void *)data, size}};
    ssize_t all = 25 + lengths[0] + size;
    if (syscall(SYS_writev, log_fd, parts, 6) != all) { perror("write_log"); abort(); }
    errno = kept;
}

/* The absolute path where it lies in the folder, else NULL. */
static const char *within(int at, const char *path, char *room) {
    if (log_fd < 0 || !path) return NULL;
    if (path[0] == '/') {
        snprintf(room, PATH_MAX, "%s", path);
    } else {
        char base[PATH_MAX], link[64];
        ssize_t length;
        if (at == AT_FDCWD) {
            if (syscall(SYS_getcwd, base, sizeof base) < 0) return NULL;
        } else {
            snprintf(link, sizeof link, "/proc/self/fd/%d", at);
            length = readlink(link, base, sizeof base - 1);
            if (length < 0) return NULL;
            base[length] = 0;
        }
        while (path[0] == '.' && path[1] == '/') path += 2;
        if (snprintf(room, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return NULL;
    }
    return strncmp(room, folder, folder_length) ? NULL : room + folder_length;
}

/* Whether an open file lies in the folder; its status. */
static int ours(int fd, struct stat *status) {
    char link[64], path[PATH_MAX];
    if (log_fd < 0 || fd < 0 || fd == log_fd || fstat(fd, status)) return 0;
    if (!S_ISREG(status->st_mode) && !S_ISDIR(status->st_mode)) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if ((size_t)length == folder_length - 1) return !strncmp(path, folder, length);
    return !strncmp(path, folder, folder_length);
}

static int open_logged(int at, const char *path, int flags, mode_t mode) {
    char room[PATH_MAX];
    const char *inside = flags & (O_CREAT | O_TRUNC) ? within(at, path, room) : NULL;
    if (!inside) return syscall(SYS_openat, at, path, flags, mode);
    lock();
    struct stat status;
    int was = !fstatat(at, path, &status, 0);
    int fd = syscall(SYS_openat, at, path, flags, mode);
    if (fd >= 0 && !fstat(fd, &status)) {
        if (!was) record(CREATE, status.st_ino, status.st_mode & 07777, inside, NULL, 0);
        else if (flags & O_TRUNC) record(TRUNCATE, status.st_ino, 0, NULL, NULL, 0);
    }
    unlock();
    return fd;
}

#define MODE(flags, before) mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, before); \
        mode = va_arg(more, mode_t); va_end(more); }
int open(const char *path, int flags, ...) { MODE(flags, flags) return open_logged(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags, flags) return open_logged(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags, flags) return open_logged(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags, flags) return open_logged(at, path, flags, mode); }
int creat(const char *path, mode_t mode) { return open_logged(AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

static ssize_t wrote(int fd, const struct iovec *parts, int count, off_t offset, int at_offset) {
    struct stat status;
    int known = ours(fd, &status);
    if (known) lock();
    ssize_t done = at_offset ? syscall(SYS_pwritev, fd, parts, count, offset, 0)
                             : syscall(SYS_writev, fd, parts, count);
    if (known) {
        if (done > 0) {
            int kept = errno;
            if (!at_offset) offset = lseek(fd, 0, SEEK_CUR) - done;
            errno = kept;
            ssize_t left = done;
            for (int at = 0; at < count && left > 0; at++) {
                ssize_t size = (ssize_t)parts[at].iov_len < left ? (ssize_t)parts[at].iov_len : left;
                record(WRITE, status.st_ino, offset, NULL, parts[at].iov_base, size);
                offset += size;
                left -= size;
            }
        }
        unlock();
    }
    return done;
}

ssize_t write(int fd, const void *data, size_t size) {
    struct iovec part = {(void *)data, size};
    return wrote(fd, &part, 1, 0, 0);
}
ssize_t writev(int fd, const struct iovec *parts, int count) { return wrote(fd, parts, count, 0, 0); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) {
    struct iovec part = {(void *)data, size};
    return wrote(fd, &part, 1, offset, 1);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) { return pwrite(fd, data, size, offset); }
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) { return wrote(fd, parts, count, offset, 1); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { return wrote(fd, parts, count, offset, 1); }

static int sized(int fd, off_t size, int only_larger, int (*change)(int, off_t)) {
    struct stat status;
    int known = ours(fd, &status);
    if (known) lock();
    int done = change(fd, size);
    if (known) {
        if (!done && !(only_larger && status.st_size >= size))
            record(TRUNCATE, status.st_ino, size, NULL, NULL, 0);
        unlock();
    }
    return done;
}
static int cut(int fd, off_t size) { return syscall(SYS_ftruncate, fd, size); }
static int grow(int fd, off_t size) { return syscall(SYS_fallocate, fd, 0, 0, size) ? errno : 0; }
int ftruncate(int fd, off_t size) { return sized(fd, size, 0, cut); }
int ftruncate64(int fd, off64_t size) { return sized(fd, size, 0, cut); }
/* By its path: what has no open file is opened for it, so that the record has its inode. */
int truncate(const char *path, off_t size) {
    int fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CLOEXEC, 0);
    if (fd < 0) return -1;
    int done = ftruncate(fd, size), kept = errno;
    syscall(SYS_close, fd);
    errno = kept;
    return done;
}
int truncate64(const char *path, off64_t size) { return truncate(path, size); }
int posix_fallocate(int fd, off_t offset, off_t size) { return sized(fd, offset + size, 1, grow); }
int posix_fallocate64(int fd, off64_t offset, off64_t size) { return posix_fallocate(fd, offset, size); }

/* The data of a RENAME or LINK is the new path. */
static int renamed(char kind, int from_at, const char *from, int to_at, const char *to, unsigned flags) {
    char from_room[PATH_MAX], to_room[PATH_MAX];
    const char *inside = within(from_at, from, from_room), *target = within(to_at, to, to_room);
    int known = inside && target;
    if (known) lock();
    int done = kind == RENAME ? syscall(SYS_renameat2, from_at, from, to_at, to, flags)
                              : syscall(SYS_linkat, from_at, from, to_at, to, flags);
    if (known) {
        if (!done) record(kind, 0, 0, inside, target, strlen(target));
        unlock();
    }
    return done;
}
int rename(const char *from, const char *to) { return renamed(RENAME, AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int a, const char *from, int b, const char *to) { return renamed(RENAME, a, from, b, to, 0); }
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) { return renamed(RENAME, a, from, b, to, flags); }
int link(const char *from, const char *to) { return renamed(LINK, AT_FDCWD, from, AT_FDCWD, to, 0); }
int linkat(int a, const char *from, int b, const char *to, int flags) { return renamed(LINK, a, from, b, to, flags); }

static int removed(int at, const char *path, int flags) {
    char room[PATH_MAX];
    const char *inside = within(at, path, room);
    if (inside) lock();
    int done = syscall(SYS_unlinkat, at, path, flags);
    if (inside) {
        if (!done) record(flags & AT_REMOVEDIR ? RMDIR : UNLINK, 0, 0, inside, NULL, 0);
        unlock();
    }
    return done;
}
int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int unlinkat(int at, const char *path, int flags) { return removed(at, path, flags); }
int rmdir(const char *path) { return removed(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int at, const char *path, mode_t mode) {
    char room[PATH_MAX];
    const char *inside = within(at, path, room);
    if (inside) lock();
    int done = syscall(SYS_mkdirat, at, path, mode);
    if (inside) {
        struct stat status;
        if (!done && !fstatat(at, path, &status, 0))
            record(MKDIR, status.st_ino, mode, inside, NULL, 0);
        unlock();
    }
    return done;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }

static int synced(int fd, int call) {
    struct stat status;
    int known = ours(fd, &status);
    if (!known) return syscall(call, fd);
    lock();
    int done = no_sync ? 0 : syscall(call, fd);
    if (!done) {
        char link[64], path[PATH_MAX];
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        ssize_t length = readlink(link, path, sizeof path - 1);
        path[length < 0 ? 0 : length] = 0;
        const char *inside = (size_t)length < folder_length ? "" : path + folder_length;
        record(S_ISDIR(status.st_mode) ? SYNC_FOLDER : SYNC, status.st_ino, 0, inside, NULL, 0);
    }
    unlock();
    return done;
}
int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }
