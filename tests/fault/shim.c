/*
 * Writes down what a process asks of the files in one folder, in order, so that a power cut can be replayed
 * (powerCut.ts), and makes a chosen call fail.
 *
 *   FAULT_FOLDER   only paths below it count
 *   FAULT_TRACE    the trace goes here; without it nothing is written down
 *   FAULT_FAIL     "write" or "sync": which calls fail
 *   FAULT_FAIL_AT  the how-manieth such call fails (from 1); every later one fails too when FAULT_FAIL_ON is set
 *   FAULT_FAIL_ERRNO  with which error number
 *   FAULT_KILL     the chosen call does not fail but kills the process, before anything is written
 *   FAULT_FROM     a word; calls count for FAULT_FAIL_AT only from when the process wrote it to its standard error
 *   FAULT_WHILE    a file; while it is there every call of the kinds that it names fails: "s 5" (syncs, EIO), "w 28"
 *                  (writes, ENOSPC), "wo 30" (writes, and opening, removing and renaming to write, EROFS)
 *
 * One record per call: operation (1 byte), descriptor (int32), offset (int64), length (uint32), bytes. For open, unlink
 * and rename the bytes are the path, for rename both with a zero between. Little-endian, as the machines we run on.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>
#include <pthread.h>

#define MAX_FD 4096
static char watched[MAX_FD];
static int trace_fd = -1;
static const char *folder;
static char fail_kind;
static long fail_at, fail_count;
static int fail_errno, fail_on, fail_kill;
static const char *fail_while, *fail_from;
static volatile int fail_ready = 1;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void start(void) {
  folder = getenv("FAULT_FOLDER");
  const char *trace = getenv("FAULT_TRACE");
  if (trace) trace_fd = REAL(open)(trace, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const char *kind = getenv("FAULT_FAIL");
  if (kind) fail_kind = kind[0];
  if (getenv("FAULT_FAIL_AT")) fail_at = atol(getenv("FAULT_FAIL_AT"));
  if (getenv("FAULT_FAIL_ERRNO")) fail_errno = atoi(getenv("FAULT_FAIL_ERRNO"));
  fail_on = getenv("FAULT_FAIL_ON") != NULL;
  fail_kill = getenv("FAULT_KILL") != NULL;
  fail_while = getenv("FAULT_WHILE");
  fail_from = getenv("FAULT_FROM");
  if (fail_from) fail_ready = 0;
}

static int ours(const char *path) {
  return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int counts(int fd) { return fd >= 0 && fd < MAX_FD && watched[fd]; }

static int fails_while(char kind) {
  if (!fail_while) return 0;
  int fd = REAL(open)(fail_while, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return 0;
  char text[32] = {0};
  ssize_t length = read(fd, text, sizeof text - 1);
  REAL(close)(fd);
  char *space = length > 0 ? strchr(text, ' ') : NULL;
  char *letter = space ? strchr(text, kind) : NULL;
  if (!letter || letter > space) return 0;
  errno = atoi(space);
  return 1;
}

static int fails(char kind) {
  if (fails_while(kind)) return 1;
  if (!fail_ready || !fail_at || fail_kind != kind) return 0;
  long n = __sync_add_and_fetch(&fail_count, 1);
  if (n == fail_at && fail_kill) kill(getpid(), SIGKILL);
  if (n == fail_at || (fail_on && n > fail_at)) { errno = fail_errno; return 1; }
  return 0;
}

static void note(char op, int fd, int64_t offset, const void *bytes, uint32_t length) {
  if (trace_fd < 0) return;
  char head[17];
  int32_t fd32 = fd;
  head[0] = op;
  memcpy(head + 1, &fd32, 4);
  memcpy(head + 5, &offset, 8);
  memcpy(head + 13, &length, 4);
  struct iovec parts[2] = {{head, 17}, {(void *)bytes, length}};
  pthread_mutex_lock(&lock);
  if (REAL(writev)(trace_fd, parts, 2) != 17 + (ssize_t)length) abort();
  pthread_mutex_unlock(&lock);
}

static int opened(int fd, const char *path, int flags) {
  if (fd >= 0 && fd < MAX_FD) {
    watched[fd] = (char)ours(path);
    size_t length = strlen(path);
    /* The index beside a log is memory: its writes do not find a disk full. */
    if (fail_while && length > 4 && strcmp(path + length - 4, "-shm") == 0) watched[fd] = 0;
    if (watched[fd]) note('O', fd, (flags & O_TRUNC) ? 1 : 0, path, (uint32_t)strlen(path));
  }
  return fd;
}

static int may_not_open(const char *path, int flags) {
  return (flags & (O_WRONLY | O_RDWR | O_CREAT)) && ours(path) && fails_while('o');
}

#define MODE() ({ va_list a; va_start(a, flags); mode_t m = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(a, mode_t) : 0; va_end(a); m; })
int open(const char *path, int flags, ...) { mode_t m = MODE(); if (may_not_open(path, flags)) return -1; return opened(REAL(open)(path, flags, m), path, flags); }
int open64(const char *path, int flags, ...) { mode_t m = MODE(); if (may_not_open(path, flags)) return -1; return opened(REAL(open64)(path, flags, m), path, flags); }
int openat(int at, const char *path, int flags, ...) { mode_t m = MODE(); if (may_not_open(path, flags)) return -1; return opened(REAL(openat)(at, path, flags, m), path, flags); }
int openat64(int at, const char *path, int flags, ...) { mode_t m = MODE(); if (may_not_open(path, flags)) return -1; return opened(REAL(openat64)(at, path, flags, m), path, flags); }

int close(int fd) {
  if (counts(fd)) { note('C', fd, 0, "", 0); watched[fd] = 0; }
  return REAL(close)(fd);
}

static ssize_t wrote(int fd, int64_t offset, const void *bytes, ssize_t done) {
  if (done > 0) note('W', fd, offset, bytes, (uint32_t)done);
  return done;
}

ssize_t pwrite(int fd, const void *b, size_t n, off_t at) {
  if (!counts(fd)) return REAL(pwrite)(fd, b, n, at);
  return fails('w') ? -1 : wrote(fd, at, b, REAL(pwrite)(fd, b, n, at));
}
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t at) {
  if (!counts(fd)) return REAL(pwrite64)(fd, b, n, at);
  return fails('w') ? -1 : wrote(fd, at, b, REAL(pwrite64)(fd, b, n, at));
}
static void said(int fd, const void *b, size_t n) {
  if (fd == 2 && fail_from && !fail_ready && memmem(b, n, fail_from, strlen(fail_from))) fail_ready = 1;
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  for (int i = 0; i < count; i++) said(fd, parts[i].iov_base, parts[i].iov_len);
  return REAL(writev)(fd, parts, count);
}
ssize_t write(int fd, const void *b, size_t n) {
  said(fd, b, n);
  if (!counts(fd)) return REAL(write)(fd, b, n);
  if (fails('w')) return -1;
  struct stat s;
  int64_t at = lseek(fd, 0, SEEK_CUR);
  if ((fcntl(fd, F_GETFL) & O_APPEND) && fstat(fd, &s) == 0) at = s.st_size;
  return wrote(fd, at, b, REAL(write)(fd, b, n));
}

int fsync(int fd) {
  if (!counts(fd)) return REAL(fsync)(fd);
  if (fails('s')) return -1;
  int r = REAL(fsync)(fd);
  if (r == 0) note('S', fd, 0, "", 0);
  return r;
}
int fdatasync(int fd) {
  if (!counts(fd)) return REAL(fdatasync)(fd);
  if (fails('s')) return -1;
  int r = REAL(fdatasync)(fd);
  if (r == 0) note('S', fd, 0, "", 0);
  return r;
}

int ftruncate(int fd, off_t n) {
  int r = REAL(ftruncate)(fd, n);
  if (r == 0 && counts(fd)) note('T', fd, n, "", 0);
  return r;
}
int ftruncate64(int fd, off64_t n) {
  int r = REAL(ftruncate64)(fd, n);
  if (r == 0 && counts(fd)) note('T', fd, n, "", 0);
  return r;
}

static int unlinked(int r, const char *path) {
  if (r == 0 && ours(path)) note('U', -1, 0, path, (uint32_t)strlen(path));
  return r;
}
int unlink(const char *path) { if (ours(path) && fails_while('o')) return -1; return unlinked(REAL(unlink)(path), path); }
int unlinkat(int at, const char *path, int flags) { if (ours(path) && fails_while('o')) return -1; return unlinked(REAL(unlinkat)(at, path, flags), path); }

int rename(const char *from, const char *to) {
  if (ours(from) && fails_while('o')) return -1;
  int r = REAL(rename)(from, to);
  if (r == 0 && ours(from)) {
    size_t a = strlen(from) + 1, b = strlen(to);
    char *both = malloc(a + b);
    if (!both) abort();
    memcpy(both, from, a);
    memcpy(both + a, to, b);
    note('R', -1, 0, both, (uint32_t)(a + b));
    free(both);
  }
  return r;
}
