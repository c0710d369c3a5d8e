package venue.sm4vector;

import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/// The circuit of `venue.crypto.sm4.SboxCircuit`, gate by gate, on vectors.
final class VectorCircuit {

    static final VectorSpecies<Long> LANES = LongVector.SPECIES_PREFERRED;

    private static final int W = LANES.length();

    private VectorCircuit() {}

    /// Replaces eight planes, lowest bit first; `at` counts planes. One method without helpers:
    /// with them the compiler gives up inlining half way, and a vector becomes an object.
    static void apply(long[] t, int at) {
        LongVector x0 = plane(t, at), x1 = plane(t, at + 1);
        LongVector x2 = plane(t, at + 2), x3 = plane(t, at + 3);
        LongVector x4 = plane(t, at + 4), x5 = plane(t, at + 5);
        LongVector x6 = plane(t, at + 6), x7 = plane(t, at + 7);
        LongVector t8 = x2.lanewise(XOR, x4), t9 = x0.lanewise(XOR, x3), t10 = x1.lanewise(XOR, t9);
        LongVector t11 = x7.lanewise(XOR, t8), t12 = x5.lanewise(XOR, t10),
                t13 = x6.lanewise(XOR, t11);
        LongVector t14 = x2.lanewise(XOR, x6), t15 = x4.lanewise(XOR, x7),
                t16 = x5.lanewise(XOR, t13);
        LongVector t17 = x5.lanewise(XOR, t8), t18 = x3.lanewise(XOR, x7),
                t19 = x6.lanewise(XOR, t15);
        LongVector t20 = x1.lanewise(XOR, t19), t21 = x1.lanewise(XOR, x5);
        LongVector t22 = t10.lanewise(XOR, t15), t23 = x5.lanewise(XOR, t18);
        LongVector t24 = x0.lanewise(XOR, t11), t25 = t11.lanewise(XOR, t21);
        LongVector t26 = x1.lanewise(XOR, t18), t27 = t9.lanewise(XOR, t17);
        LongVector t28 = x7.lanewise(XOR, t10), t29 = x2.lanewise(XOR, x7);
        LongVector t30 = t12.lanewise(XOR, t19), t31 = x1.lanewise(XOR, t16);
        LongVector t32 = t8.lanewise(XOR, t10), t33 = t9.lanewise(XOR, t13);
        LongVector t34 = x3.lanewise(XOR, t17), t35 = t12.lanewise(XOR, t14);
        LongVector t36 = x0.lanewise(XOR, t20), t37 = x1.lanewise(XOR, t14);
        LongVector t38 = t8.lanewise(XOR, t12), m1 = t31.and(t25), m2 = t12.and(t34);
        LongVector m3 = t29.lanewise(XOR, m1), m4 = t33.and(t26), m5 = m4.lanewise(XOR, m1);
        LongVector m6 = x1.and(t27), m7 = t14.and(t23), m8 = t38.lanewise(XOR, m6),
                m9 = t37.and(t24);
        LongVector m10 = m9.lanewise(XOR, m6), m11 = t22.and(t32), m12 = t16.and(t28);
        LongVector m13 = m12.lanewise(XOR, m11), m14 = t35.and(t11), m15 = m14.lanewise(XOR, m11);
        LongVector m16 = m3.lanewise(XOR, m2), m17 = m5.lanewise(XOR, t30),
                m18 = m8.lanewise(XOR, m7);
        LongVector m19 = m10.lanewise(XOR, m15), m20 = m16.lanewise(XOR, m13);
        LongVector m21 = m17.lanewise(XOR, m15), m22 = m18.lanewise(XOR, m13);
        LongVector m23 = m19.lanewise(XOR, t36), m24 = m22.lanewise(XOR, m23), m25 = m22.and(m20);
        LongVector m26 = m21.lanewise(XOR, m25), m27 = m20.lanewise(XOR, m21);
        LongVector m28 = m23.lanewise(XOR, m25), m29 = m28.and(m27), m30 = m26.and(m24);
        LongVector m31 = m20.and(m23), m32 = m27.and(m31), m33 = m27.lanewise(XOR, m25);
        LongVector m34 = m21.and(m22), m35 = m24.and(m34), m36 = m24.lanewise(XOR, m25);
        LongVector m37 = m21.lanewise(XOR, m29), m38 = m32.lanewise(XOR, m33);
        LongVector m39 = m23.lanewise(XOR, m30), m40 = m35.lanewise(XOR, m36);
        LongVector m41 = m38.lanewise(XOR, m40), m42 = m37.lanewise(XOR, m39);
        LongVector m43 = m37.lanewise(XOR, m38), m44 = m39.lanewise(XOR, m40);
        LongVector m45 = m42.lanewise(XOR, m41), m46 = m44.and(t25), m47 = m40.and(t34);
        LongVector m48 = m39.and(t26), m49 = m43.and(t27), m50 = m38.and(t23), m51 = m37.and(t24);
        LongVector m52 = m42.and(t32), m53 = m45.and(t28), m54 = m41.and(t11), m55 = m44.and(t31);
        LongVector m56 = m40.and(t12), m57 = m39.and(t33), m58 = m43.and(x1), m59 = m38.and(t14);
        LongVector m60 = m37.and(t37), m61 = m42.and(t22), m62 = m45.and(t16), m63 = m41.and(t35);
        LongVector b18 = m55.lanewise(XOR, m61), b19 = m52.lanewise(XOR, m56);
        LongVector b20 = m59.lanewise(XOR, b19), b21 = m60.lanewise(XOR, b20);
        LongVector b22 = m46.lanewise(XOR, m51), b23 = m47.lanewise(XOR, b22);
        LongVector b24 = m53.lanewise(XOR, b21), b25 = m54.lanewise(XOR, b23);
        LongVector b26 = m63.lanewise(XOR, b18), b27 = m50.lanewise(XOR, m57);
        LongVector b28 = b18.lanewise(XOR, b25), b29 = b24.lanewise(XOR, b26);
        LongVector b30 = m62.lanewise(XOR, b28), b31 = m46.lanewise(XOR, b29);
        LongVector b32 = m49.lanewise(XOR, m53), b33 = m58.lanewise(XOR, m61);
        LongVector b34 = b24.lanewise(XOR, b27), b35 = b21.lanewise(XOR, b27);
        LongVector b36 = b22.lanewise(XOR, b34), b37 = m47.lanewise(XOR, b31);
        LongVector b38 = b30.lanewise(XOR, b32), b39 = m57.lanewise(XOR, b26);
        LongVector b40 = m49.lanewise(XOR, b29), b41 = m56.lanewise(XOR, b38);
        LongVector b42 = m50.lanewise(XOR, b30), b43 = b25.lanewise(XOR, b35);
        LongVector b44 = m59.lanewise(XOR, b33), b45 = m48.lanewise(XOR, b36);
        LongVector b46 = m62.lanewise(XOR, b44), b47 = b19.lanewise(XOR, b42);
        LongVector b48 = m50.lanewise(XOR, b40);
        b41.intoArray(t, at * W);
        b43.intoArray(t, (at + 1) * W);
        b48.intoArray(t, (at + 2) * W);
        b39.intoArray(t, (at + 3) * W);
        b47.intoArray(t, (at + 4) * W);
        b37.intoArray(t, (at + 5) * W);
        b45.intoArray(t, (at + 6) * W);
        b46.intoArray(t, (at + 7) * W);
    }

    static LongVector plane(long[] t, int number) {
        return LongVector.fromArray(LANES, t, number * W);
    }

    static LongVector x(LongVector a, LongVector b) {
        return a.lanewise(XOR, b);
    }
}
