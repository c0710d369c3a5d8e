/* Stands before a real PKCS#11 library ($VENUE_P11_REAL) and misbehaves as the file
   $VENUE_P11_FAULT says: lines "FUNCTION WHAT [NUMBER]". */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef unsigned long ULONG;
typedef struct { unsigned char version[8]; void *functions[68]; } LIST;

static LIST ours, *theirs;

static int fault(const char *function, char *what, long *number) {
  FILE *f = fopen(getenv("VENUE_P11_FAULT"), "r");
  char line[256], name[64];
  int found = 0;
  while (f && fgets(line, sizeof line, f)) {
    *number = 0;
    if (sscanf(line, "%63s %63s %li", name, what, number) >= 2 && !strcmp(name, function)) {
      found = 1;
      break;
    }
  }
  if (f) fclose(f);
  if (found && !strcmp(what, "hang")) for (;;) sleep(1000);
  if (found && !strcmp(what, "crash")) *(volatile int *)0 = 1;
  return found;
}
#define MISBEHAVE(function)                                                                        \
  char what[64];                                                                                   \
  long number = 0;                                                                                 \
  int bad = fault(function, what, &number);                                                        \
  if (bad && !strcmp(what, "code")) return (ULONG)number;

static ULONG C_GetSlotList(unsigned char present, ULONG *slots, ULONG *count) {
  MISBEHAVE("C_GetSlotList");
  if (bad && !strcmp(what, "count")) { *count = number; return 0; }
  return ((ULONG (*)(unsigned char, ULONG *, ULONG *))theirs->functions[4])(present, slots, count);
}

static ULONG C_GetTokenInfo(ULONG slot, unsigned char *info) {
  MISBEHAVE("C_GetTokenInfo");
  ULONG code = ((ULONG (*)(ULONG, void *))theirs->functions[6])(slot, info);
  if (bad && !strcmp(what, "flags")) *(ULONG *)(info + 96) |= number;
  return code;
}

static ULONG C_Login(ULONG session, ULONG user, void *pin, ULONG length) {
  MISBEHAVE("C_Login");
  return ((ULONG (*)(ULONG, ULONG, void *, ULONG))theirs->functions[18])(session, user, pin, length);
}

static ULONG C_Decrypt(ULONG session, void *in, ULONG n, void *out, ULONG *m) {
  MISBEHAVE("C_Decrypt");
  return ((ULONG (*)(ULONG, void *, ULONG, void *, ULONG *))theirs->functions[34])(session, in, n, out, m);
}

static ULONG C_Sign(ULONG session, void *in, ULONG n, void *out, ULONG *m) {
  MISBEHAVE("C_Sign");
  if (bad && !strcmp(what, "garbage")) {
    memset(out, 0xA5, number);
    *m = number;
    return 0;
  }
  return ((ULONG (*)(ULONG, void *, ULONG, void *, ULONG *))theirs->functions[43])(session, in, n, out, m);
}

ULONG C_GetFunctionList(LIST **list) {
  if (!theirs) {
    void *real = dlopen(getenv("VENUE_P11_REAL"), RTLD_NOW | RTLD_LOCAL);
    ULONG (*get)(LIST **) = real ? (ULONG (*)(LIST **))dlsym(real, "C_GetFunctionList") : 0;
    if (!get || get(&theirs)) return 5;
    ours = *theirs;
    ours.functions[3] = (void *)C_GetFunctionList;
    ours.functions[4] = (void *)C_GetSlotList;
    ours.functions[6] = (void *)C_GetTokenInfo;
    ours.functions[18] = (void *)C_Login;
    ours.functions[34] = (void *)C_Decrypt;
    ours.functions[43] = (void *)C_Sign;
  }
  *list = &ours;
  return 0;
}
