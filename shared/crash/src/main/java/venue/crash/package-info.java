/// Power cuts, disk errors and lost files, thousands of them, against the real journal (断电与故障测试).
/// Never shipped. How it works and what it cannot show: handbook/crash-testing.md.
@org.jspecify.annotations.NullMarked
package venue.crash;
