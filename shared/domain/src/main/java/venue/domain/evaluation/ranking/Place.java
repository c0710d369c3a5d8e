package venue.domain.evaluation.ranking;

/// One line of the ranking (排序): 1, 1, 3 when two are equal and nothing decides between them.
public record Place(int rank, Total total) {}
