package venue.crypto.sm4;

/// The S-box of SM4 (GB/T 32907) without tables: 125 gates on 8 bit planes, so that 64 bytes go
/// through at once and nothing in memory is addressed by a secret. S(x) is A·inv(A·x + d3) + d3
/// over x⁸+x⁷+x⁶+x⁵+x⁴+x²+1; the inversion is the published core of Boyar and Peralta for the
/// field of AES (63 gates) between two linear layers that carry A and the isomorphism of the two
/// fields (31 gates each). The constants are left to the caller: S(x) = circuit(x ^ 75) ^ d3.
public final class SboxCircuit {

    /// What goes into the input, in each byte.
    public static final int IN = 0x75757575;
    /// What goes onto the output, in each byte.
    public static final int OUT = 0xd3d3d3d3;

    private SboxCircuit() {}

    /// Replaces the planes `x[at]` (lowest bit of each byte) to `x[at + 7]`.
    static void apply(long[] x, int at) {
        long x0 = x[at], x1 = x[at + 1], x2 = x[at + 2], x3 = x[at + 3];
        long x4 = x[at + 4], x5 = x[at + 5], x6 = x[at + 6], x7 = x[at + 7];
        long t8 = x2 ^ x4, t9 = x0 ^ x3, t10 = x1 ^ t9, t11 = x7 ^ t8, t12 = x5 ^ t10;
        long t13 = x6 ^ t11, t14 = x2 ^ x6, t15 = x4 ^ x7, t16 = x5 ^ t13, t17 = x5 ^ t8;
        long t18 = x3 ^ x7, t19 = x6 ^ t15, t20 = x1 ^ t19, t21 = x1 ^ x5, t22 = t10 ^ t15;
        long t23 = x5 ^ t18, t24 = x0 ^ t11, t25 = t11 ^ t21, t26 = x1 ^ t18, t27 = t9 ^ t17;
        long t28 = x7 ^ t10, t29 = x2 ^ x7, t30 = t12 ^ t19, t31 = x1 ^ t16, t32 = t8 ^ t10;
        long t33 = t9 ^ t13, t34 = x3 ^ t17, t35 = t12 ^ t14, t36 = x0 ^ t20, t37 = x1 ^ t14;
        long t38 = t8 ^ t12, m1 = t31 & t25, m2 = t12 & t34, m3 = t29 ^ m1, m4 = t33 & t26;
        long m5 = m4 ^ m1, m6 = x1 & t27, m7 = t14 & t23, m8 = t38 ^ m6, m9 = t37 & t24;
        long m10 = m9 ^ m6, m11 = t22 & t32, m12 = t16 & t28, m13 = m12 ^ m11;
        long m14 = t35 & t11, m15 = m14 ^ m11, m16 = m3 ^ m2, m17 = m5 ^ t30, m18 = m8 ^ m7;
        long m19 = m10 ^ m15, m20 = m16 ^ m13, m21 = m17 ^ m15, m22 = m18 ^ m13;
        long m23 = m19 ^ t36, m24 = m22 ^ m23, m25 = m22 & m20, m26 = m21 ^ m25;
        long m27 = m20 ^ m21, m28 = m23 ^ m25, m29 = m28 & m27, m30 = m26 & m24;
        long m31 = m20 & m23, m32 = m27 & m31, m33 = m27 ^ m25, m34 = m21 & m22;
        long m35 = m24 & m34, m36 = m24 ^ m25, m37 = m21 ^ m29, m38 = m32 ^ m33;
        long m39 = m23 ^ m30, m40 = m35 ^ m36, m41 = m38 ^ m40, m42 = m37 ^ m39;
        long m43 = m37 ^ m38, m44 = m39 ^ m40, m45 = m42 ^ m41, m46 = m44 & t25;
        long m47 = m40 & t34, m48 = m39 & t26, m49 = m43 & t27, m50 = m38 & t23;
        long m51 = m37 & t24, m52 = m42 & t32, m53 = m45 & t28, m54 = m41 & t11;
        long m55 = m44 & t31, m56 = m40 & t12, m57 = m39 & t33, m58 = m43 & x1;
        long m59 = m38 & t14, m60 = m37 & t37, m61 = m42 & t22, m62 = m45 & t16;
        long m63 = m41 & t35, b18 = m55 ^ m61, b19 = m52 ^ m56, b20 = m59 ^ b19;
        long b21 = m60 ^ b20, b22 = m46 ^ m51, b23 = m47 ^ b22, b24 = m53 ^ b21;
        long b25 = m54 ^ b23, b26 = m63 ^ b18, b27 = m50 ^ m57, b28 = b18 ^ b25;
        long b29 = b24 ^ b26, b30 = m62 ^ b28, b31 = m46 ^ b29, b32 = m49 ^ m53;
        long b33 = m58 ^ m61, b34 = b24 ^ b27, b35 = b21 ^ b27, b36 = b22 ^ b34;
        long b37 = m47 ^ b31, b38 = b30 ^ b32, b39 = m57 ^ b26, b40 = m49 ^ b29;
        long b41 = m56 ^ b38, b42 = m50 ^ b30, b43 = b25 ^ b35, b44 = m59 ^ b33;
        long b45 = m48 ^ b36, b46 = m62 ^ b44, b47 = b19 ^ b42, b48 = m50 ^ b40;
        x[at] = b41;
        x[at + 1] = b43;
        x[at + 2] = b48;
        x[at + 3] = b39;
        x[at + 4] = b47;
        x[at + 5] = b37;
        x[at + 6] = b45;
        x[at + 7] = b46;
    }
}
