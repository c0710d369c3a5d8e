package planted.format;

/// Badly set.
public final class Crooked {
  int one( ){ return   1 ; }
}
