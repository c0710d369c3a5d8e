/// SM4 on the vector units of the CPU; optional at run time. Needs `--add-modules
/// jdk.incubator.vector`, is found as a service and never named elsewhere.
@org.jspecify.annotations.NullMarked
package venue.sm4vector;
