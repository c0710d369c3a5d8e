/// The opening key of a tender (开标公钥): an ordinary SM2 key whose private number nobody holds.
/// Holders of several bodies have shares of it; enough of them together open a sealed bid, each
/// by one point with a proof, and the private number is never put together again.
@org.jspecify.annotations.NullMarked
package venue.crypto.threshold;
