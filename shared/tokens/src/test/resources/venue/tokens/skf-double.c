/* A GM/T 0016 driver for tests: media are folders below $VENUE_SKF_DOUBLE, SM2 is computed with
   libcrypto. The file "fault" there makes it misbehave: lines "FUNCTION WHAT [NUMBER]". */
#define _GNU_SOURCE
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifdef WIDE
typedef unsigned long ULONG;
#else
typedef uint32_t ULONG;
#endif
typedef int BOOL;
typedef unsigned char BYTE;
typedef void *HANDLE;

/* libcrypto, declared here so that no headers are needed */
typedef void BN;
BN *BN_new(void);
void BN_free(BN *);
BN *BN_bin2bn(const BYTE *, int, BN *);
int BN_bn2binpad(const BN *, BYTE *, int);
int BN_mod_mul(BN *, const BN *, const BN *, const BN *, void *);
int BN_mod_add(BN *, const BN *, const BN *, const BN *, void *);
int BN_mod_sub(BN *, const BN *, const BN *, const BN *, void *);
BN *BN_mod_inverse(BN *, const BN *, const BN *, void *);
int BN_rand_range(BN *, const BN *);
const BN *BN_value_one(void);
void *BN_CTX_new(void);
void BN_CTX_free(void *);
void *EC_GROUP_new_by_curve_name(int);
const BN *EC_GROUP_get0_order(const void *);
void *EC_POINT_new(const void *);
int EC_POINT_mul(const void *, void *, const BN *, const void *, const BN *, void *);
int EC_POINT_get_affine_coordinates(const void *, const void *, BN *, BN *, void *);
int EC_POINT_set_affine_coordinates(const void *, void *, const BN *, const BN *, void *);
const void *EVP_sm3(void);
int EVP_Digest(const void *, size_t, BYTE *, unsigned int *, const void *, void *);

enum { SM2 = 1172, TRIES = 6, LONGEST = 65536 };
enum { FAIL = 0x0A000001, PARAMETER = 0x0A000006, DATA = 0x0A000011, NO_CERT = 0x0A00001C,
       SMALL = 0x0A000020, GONE = 0x0A000023, PIN_WRONG = 0x0A000024, PIN_LOCKED = 0x0A000025,
       NOT_LOGGED_IN = 0x0A00002D, NO_APPLICATION = 0x0A00002E };

#pragma pack(1)
typedef struct { BYTE r[64], s[64]; } SIGNATURE;
typedef struct { BYTE X[64], Y[64], HASH[32]; ULONG length; BYTE cipher[1]; } CIPHER;
#pragma pack()

typedef struct thing { char folder[256]; int logged_in; struct thing *above; } THING;

static int held;

static const char *top(void) { return getenv("VENUE_SKF_DOUBLE"); }

static long file(const char *folder, const char *name, BYTE *to, long most) {
  char path[1024];
  snprintf(path, sizeof path, "%s/%s/%s", top(), folder, name);
  FILE *f = fopen(path, "rb");
  if (!f) return -1;
  long n = fread(to, 1, most, f);
  fclose(f);
  return n;
}

static void put(const char *folder, const char *name, int number) {
  char path[1024];
  snprintf(path, sizeof path, "%s/%s/%s", top(), folder, name);
  FILE *f = fopen(path, "wb");
  if (!f) return;
  fprintf(f, "%d", number);
  fclose(f);
}

/* what is to go wrong in this function; the number comes back in *value */
static char what[64];
static const char *fault(const char *function, long *value) {
  char path[1024], name[64];
  snprintf(path, sizeof path, "%s/fault", top());
  FILE *f = fopen(path, "r");
  char line[256];
  strcpy(what, "");
  *value = 0;
  while (f && fgets(line, sizeof line, f)) {
    char found[64] = "";
    long number = 0;
    if (sscanf(line, "%63s %63s %li", name, found, &number) >= 2 && !strcmp(name, function)) {
      strcpy(what, found);
      *value = number;
    }
  }
  if (f) fclose(f);
  if (!strcmp(what, "hang")) for (;;) sleep(1000);
  if (!strcmp(what, "crash")) *(volatile int *)0 = 1;
  if (!strcmp(what, "exit")) _exit(0);
  if (!strcmp(what, "slow")) usleep(*value * 1000);
  return what;
}
#define MISBEHAVE(function)                                                                        \
  long number;                                                                                     \
  const char *bad = fault(function, &number);                                                      \
  if (!strcmp(bad, "code")) return (ULONG)number;

static int is_there(THING *thing) {
  BYTE none[1];
  return file(thing->folder, "tries", none, 1) >= 0;
}

static THING *hold(const char *folder, THING *above) {
  THING *thing = calloc(1, sizeof *thing);
  snprintf(thing->folder, sizeof thing->folder, "%s", folder);
  thing->above = above;
  put(".", "held", ++held);
  return thing;
}

static ULONG let(HANDLE thing) {
  free(thing);
  put(".", "held", --held);
  return 0;
}

static ULONG give(const char *list, size_t length, char *to, ULONG *size, const char *bad,
                  long number) {
  ULONG room = *size;
  *size = !strcmp(bad, "size") ? (ULONG)number : length;
  if (!to) return 0;
  if (!strcmp(bad, "size2")) *size = (ULONG)number;
  if (room < length) return SMALL;
  memcpy(to, list, length);
  return 0;
}

/* folders with a medium; the medium's name is the content of "name" */
static ULONG each(const char *wanted, char *found, char *list, size_t *length) {
  DIR *all = opendir(top());
  struct dirent *entry;
  while (all && (entry = readdir(all))) {
    BYTE name[200] = {0};
    if (entry->d_name[0] == '.' || file(entry->d_name, "tries", name, 1) < 0) continue;
    long n = file(entry->d_name, "name", name, sizeof name - 1);
    if (n <= 0) continue;
    name[n] = 0;
    if (wanted && !strcmp(wanted, (char *)name)) strcpy(found, entry->d_name);
    if (list && *length + n + 2 < LONGEST) {
      memcpy(list + *length, name, n + 1);
      *length += n + 1;
    }
  }
  if (all) closedir(all);
  return 0;
}

ULONG SKF_EnumDev(BOOL present, char *names, ULONG *size) {
  MISBEHAVE("SKF_EnumDev");
  static char list[LONGEST];
  size_t length = 0;
  each(0, 0, list, &length);
  list[length++] = 0;
  if (!strcmp(bad, "print")) {
    printf("driver of a careless vendor\n");
    fflush(stdout);
  }
  return give(list, length, names, size, bad, number);
}

ULONG SKF_ConnectDev(char *name, HANDLE *handle) {
  MISBEHAVE("SKF_ConnectDev");
  char folder[256] = "";
  each(name, folder, 0, 0);
  if (!*folder) return GONE;
  *handle = hold(folder, 0);
  return 0;
}

ULONG SKF_DisConnectDev(HANDLE handle) { return let(handle); }

ULONG SKF_EnumApplication(HANDLE device, char *names, ULONG *size) {
  MISBEHAVE("SKF_EnumApplication");
  return give("APP\0", 5, names, size, bad, number);
}

ULONG SKF_OpenApplication(HANDLE device, char *name, HANDLE *handle) {
  MISBEHAVE("SKF_OpenApplication");
  if (strcmp(name, "APP")) return NO_APPLICATION;
  *handle = hold(((THING *)device)->folder, 0);
  return 0;
}

ULONG SKF_CloseApplication(HANDLE handle) { return let(handle); }

static int tries(THING *application) {
  BYTE text[8] = {0};
  return file(application->folder, "tries", text, 7) > 0 ? atoi((char *)text) : 0;
}

ULONG SKF_GetPINInfo(HANDLE application, ULONG type, ULONG *most, ULONG *left, BOOL *preset) {
  MISBEHAVE("SKF_GetPINInfo");
  *most = TRIES;
  *left = !strcmp(bad, "size") ? (ULONG)number : (ULONG)tries(application);
  *preset = 0;
  return 0;
}

ULONG SKF_VerifyPIN(HANDLE handle, ULONG type, char *pin, ULONG *left) {
  MISBEHAVE("SKF_VerifyPIN");
  THING *application = handle;
  if (!strcmp(bad, "print")) {
    printf("PIN is %s\n", pin);
    fprintf(stderr, "PIN is %s\n", pin);
    fflush(stdout);
  }
  BYTE right[64] = {0};
  int now = tries(application);
  if (!is_there(application)) return FAIL;
  if (now == 0) { *left = 0; return PIN_LOCKED; }
  file(application->folder, "pin", right, sizeof right - 1);
  if (strcmp(pin, (char *)right)) {
    put(application->folder, "tries", --now);
    *left = now;
    return PIN_WRONG;
  }
  put(application->folder, "tries", TRIES);
  *left = TRIES;
  application->logged_in = 1;
  return 0;
}

ULONG SKF_ClearSecureState(HANDLE application) {
  ((THING *)application)->logged_in = 0;
  return 0;
}

ULONG SKF_EnumContainer(HANDLE application, char *names, ULONG *size) {
  MISBEHAVE("SKF_EnumContainer");
  return give("C1\0", 4, names, size, bad, number);
}

ULONG SKF_OpenContainer(HANDLE application, char *name, HANDLE *handle) {
  MISBEHAVE("SKF_OpenContainer");
  if (strcmp(name, "C1")) return NO_CERT;
  *handle = hold(((THING *)application)->folder, application);
  return 0;
}

ULONG SKF_CloseContainer(HANDLE handle) { return let(handle); }

ULONG SKF_ExportCertificate(HANDLE handle, BOOL signing, BYTE *to, ULONG *size) {
  MISBEHAVE("SKF_ExportCertificate");
  static BYTE certificate[LONGEST];
  THING *container = handle;
  if (!is_there(container)) return GONE;
  long n = file(container->folder, signing ? "sign.der" : "encrypt.der", certificate, LONGEST);
  return n <= 0 ? NO_CERT : give((char *)certificate, n, (char *)to, size, bad, number);
}

static BN *secret(THING *container, const char *name) {
  BYTE d[32];
  return file(container->folder, name, d, 32) == 32 ? BN_bin2bn(d, 32, 0) : 0;
}

ULONG SKF_ECCSignData(HANDLE handle, BYTE *digest, ULONG length, SIGNATURE *to) {
  MISBEHAVE("SKF_ECCSignData");
  THING *container = handle;
  if (length != 32) return PARAMETER;
  if (!strcmp(bad, "garbage")) { memset(to, 0xA5, sizeof *to); return 0; }
  BN *d = secret(container, "sign.key");
  if (!d) return FAIL;
  if (!container->above->logged_in) return NOT_LOGGED_IN;
  void *ctx = BN_CTX_new(), *group = EC_GROUP_new_by_curve_name(SM2), *p = EC_POINT_new(group);
  const BN *n = EC_GROUP_get0_order(group);
  BN *k = BN_new(), *x = BN_new(), *r = BN_new(), *s = BN_new(), *t = BN_new();
  BN *e = BN_bin2bn(digest, 32, 0);
  BN_rand_range(k, n);
  EC_POINT_mul(group, p, k, 0, 0, ctx);
  EC_POINT_get_affine_coordinates(group, p, x, t, ctx);
  BN_mod_add(r, e, x, n, ctx);
  BN_mod_mul(t, r, d, n, ctx);
  BN_mod_sub(s, k, t, n, ctx);
  BN_mod_add(t, d, BN_value_one(), n, ctx);
  BN_mod_inverse(t, t, n, ctx);
  BN_mod_mul(s, s, t, n, ctx);
  memset(to, 0, sizeof *to);
  int at = !strcmp(bad, "left") ? 0 : 32;
  BN_bn2binpad(r, to->r + at, 32);
  BN_bn2binpad(s, to->s + at, 32);
  BN_free(d); BN_free(k); BN_free(x); BN_free(r); BN_free(s); BN_free(t); BN_free(e);
  BN_CTX_free(ctx);
  return 0;
}

static ULONG decrypt(THING *container, CIPHER *in, BYTE *to, ULONG *size) {
  ULONG length = in->length;
  BN *d = secret(container, "encrypt.key");
  if (!d) return FAIL;
  if (!container->above->logged_in) return NOT_LOGGED_IN;
  if (!length || length > 256) return DATA;
  if (*size < length) { *size = length; return SMALL; }
  void *ctx = BN_CTX_new(), *group = EC_GROUP_new_by_curve_name(SM2), *p = EC_POINT_new(group);
  BN *x = BN_bin2bn(in->X, 64, 0), *y = BN_bin2bn(in->Y, 64, 0);
  if (EC_POINT_set_affine_coordinates(group, p, x, y, ctx) != 1) return DATA;
  EC_POINT_mul(group, p, 0, p, d, ctx);
  EC_POINT_get_affine_coordinates(group, p, x, y, ctx);
  BYTE z[68], mask[32], check[64 + 256], hash[32];
  BN_bn2binpad(x, z, 32);
  BN_bn2binpad(y, z + 32, 32);
  for (ULONG i = 0; i < length; i++) {
    if (i % 32 == 0) {
      uint32_t n = i / 32 + 1;
      z[64] = n >> 24; z[65] = n >> 16; z[66] = n >> 8; z[67] = n;
      EVP_Digest(z, 68, mask, 0, EVP_sm3(), 0);
    }
    to[i] = in->cipher[i] ^ mask[i % 32];
  }
  memcpy(check, z, 32);
  memcpy(check + 32, to, length);
  memcpy(check + 32 + length, z + 32, 32);
  EVP_Digest(check, 64 + length, hash, 0, EVP_sm3(), 0);
  BN_free(d); BN_free(x); BN_free(y);
  BN_CTX_free(ctx);
  if (memcmp(hash, in->HASH, 32)) return DATA;
  *size = length;
  return 0;
}

#if defined(FLAG)
ULONG SKF_ECCDecrypt(HANDLE handle, BOOL signing, CIPHER *in, BYTE *to, ULONG *size) {
  if (signing) return PARAMETER;
#elif defined(PRIVATE)
ULONG SKF_PrvKeyDecrypt(HANDLE handle, ULONG type, CIPHER *in, BYTE *to, ULONG *size) {
  if (type != 1) return PARAMETER;
#else
ULONG SKF_ECCDecrypt(HANDLE handle, CIPHER *in, BYTE *to, ULONG *size) {
#endif
  MISBEHAVE("SKF_ECCDecrypt");
  ULONG code = decrypt(handle, in, to, size);
  if (!strcmp(bad, "size")) *size = (ULONG)number;
  return code;
}
