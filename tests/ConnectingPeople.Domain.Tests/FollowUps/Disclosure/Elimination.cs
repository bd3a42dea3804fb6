using ConnectingPeople.Domain.FollowUps.Disclosure;

namespace ConnectingPeople.Domain.Tests.FollowUps.Disclosure;

/// <summary>A reader who solves the sums as linear equations.</summary>
internal static class Elimination
{
    private const long Prime = 1_000_003;

    /// <returns>The places of the counts that are kept back and follow from the others.</returns>
    public static IReadOnlyList<int> Determined(IReadOnlyList<ShownCount> shown, IReadOnlyList<CountSum> sums)
    {
        int[] gaps = [.. Enumerable.Range(0, shown.Count).Where(cell => shown[cell].Value is null)];
        List<long[]> rows = [.. sums.Select(sum => gaps.Select(gap => (sum.Total == gap ? 1 : 0) + (sum.Parts.Contains(gap) ? Prime - 1 : 0)).ToArray())];
        int rank = 0;
        for (int column = 0; column < gaps.Length && rank < rows.Count; column++)
        {
            int pivot = rows.FindIndex(rank, row => row[column] != 0);
            if (pivot >= 0)
            {
                (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
                Reduce(rows, rank++, column);
            }
        }

        return [.. gaps.Where((_, at) => rows.Any(row => row[at] != 0 && row.Count(factor => factor != 0) == 1))];
    }

    private static void Reduce(List<long[]> rows, int pivot, int column)
    {
        long inverse = (long)System.Numerics.BigInteger.ModPow(rows[pivot][column], Prime - 2, Prime);
        rows[pivot] = [.. rows[pivot].Select(factor => factor * inverse % Prime)];
        for (int row = 0; row < rows.Count; row++)
        {
            if (row != pivot && rows[row][column] is not 0 and var factor)
            {
                rows[row] = [.. rows[row].Zip(rows[pivot], (here, there) => (here + ((Prime - factor) * there)) % Prime)];
            }
        }
    }
}
