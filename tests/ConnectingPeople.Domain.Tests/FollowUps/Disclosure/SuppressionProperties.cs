using ConnectingPeople.Domain.FollowUps.Disclosure;
using CsCheck;

namespace ConnectingPeople.Domain.Tests.FollowUps.Disclosure;

/// <summary>What holds of any counts.</summary>
public sealed class SuppressionProperties
{
    /// <summary>Most are small, and many of the least, so that a total has no room for more.</summary>
    private static readonly Gen<long> FewPeople = Gen.Frequency((2, Gen.Const(0L)), (5, Gen.Const(1L)), (1, Gen.Long[2, 5]));

    /// <summary>As often small as not, so that tables have something to hide.</summary>
    private static readonly Gen<long> AnyCount = Gen.Frequency((1, Gen.Const(0L)), (3, Gen.Long[1, 4]), (1, Gen.Const(5L)), (4, Gen.Long[5, 14]));

    private static readonly Gen<Counts> AnyCounts = Gen.OneOf(TableOf(AnyCount), FlowOf(AnyCount), TableOf(FewPeople), FlowOf(FewPeople));

    [Fact]
    public void No_count_that_is_kept_back_can_be_worked_out() => AnyCounts.Sample(counts =>
    {
        IReadOnlyList<ShownCount> shown = counts.Show();
        Reader reader = new(shown, counts.Sums, counts.All.Max() + 1);

        Assert.All(counts.Places.Where(place => shown[place].Value is null), place => Assert.True(reader.IsInDoubt(place, counts.All[place]), $"{counts}: {place}"));
    }, iter: 2_000);

    /// <summary>By elimination: too large a table for trying every way.</summary>
    [Fact]
    public void No_count_of_a_large_table_follows_from_its_sums() =>
        Gen.Select(Gen.Int[2, 14], Gen.Int[2, 4]).SelectMany((rows, columns) => AnyCount.Array[rows * columns].Select(inner => Counts.Table(rows, columns, inner)))
            .Sample(counts => Assert.Empty(Elimination.Determined(counts.Show(), counts.Sums)), iter: 300);

    [Fact]
    public void No_count_from_one_to_four_is_shown() => AnyCounts.Sample(counts =>
    {
        IReadOnlyList<ShownCount> shown = counts.Show();

        Assert.DoesNotContain(shown, count => count.Value is > 0 and < 5);
        Assert.All(counts.Places, place => Assert.Equal(counts.All[place] is > 0 and < 5, shown[place].Showing == Showing.Small || IsHidden(counts.All[place], shown[place])));
    });

    [Fact]
    public void What_is_shown_is_true_and_all_is_shown_where_nothing_is_small() => AnyCounts.Sample(counts =>
    {
        IReadOnlyList<ShownCount> shown = counts.Show();

        Assert.All(counts.Places.Where(place => shown[place].Value is not null), place => Assert.Equal(counts.All[place], shown[place].Value));
        if (!counts.All.Any(Suppression.IsSmall))
        {
            Assert.DoesNotContain(shown, count => count.Value is null);
        }
    });

    [Fact]
    public void Counts_reach_every_way_to_be_shown()
    {
        HashSet<Showing> reached = [];

        AnyCounts.Sample(counts => { lock (reached) { reached.UnionWith(counts.Show().Select(count => count.Showing)); } }, iter: 500);

        Assert.Equal(3, reached.Count);
    }

    private static Gen<Counts> TableOf(Gen<long> count) =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3]).SelectMany((rows, columns) => count.Array[rows * columns].Select(inner => Counts.Table(rows, columns, inner)));

    private static Gen<Counts> FlowOf(Gen<long> count) => count.Array[2, 6].Select(Counts.Flow);

    /// <summary>Where even <c>&lt;5</c> would tell too much.</summary>
    private static bool IsHidden(long count, ShownCount shown) => count == 4 && shown.Showing == Showing.Withheld;

    private sealed record Counts(IReadOnlyList<long> All, IReadOnlyList<CountSum> Sums)
    {
        public IEnumerable<int> Places => Enumerable.Range(0, All.Count);

        public IReadOnlyList<ShownCount> Show() => Suppression.Of(All, Sums);

        /// <summary>Rows and columns with their margins and the whole.</summary>
        public static Counts Table(int rows, int columns, long[] inner)
        {
            int width = columns + 1;
            long[] all = new long[(rows + 1) * width];
            List<CountSum> sums = [];
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    long count = inner[(row * columns) + column];
                    all[(row * width) + column] = count;
                    all[(row * width) + columns] += count;
                    all[(rows * width) + column] += count;
                    all[(rows * width) + columns] += count;
                }
            }

            sums.AddRange(Enumerable.Range(0, rows + 1).Select(row => new CountSum((row * width) + columns, [.. Enumerable.Range(0, columns).Select(column => (row * width) + column)])));
            sums.AddRange(Enumerable.Range(0, width).Select(column => new CountSum((rows * width) + column, [.. Enumerable.Range(0, rows).Select(row => (row * width) + column)])));
            return new Counts(all, sums);
        }

        /// <summary>Stages, each what is left of the one before, with what was lost between.</summary>
        public static Counts Flow(long[] lost)
        {
            List<long> all = [lost[^1]];
            List<CountSum> sums = [];
            foreach (long gone in lost[..^1])
            {
                int before = all.Count - 1;
                all.AddRange(gone, all[before] + gone);
                sums.Add(new CountSum(before + 2, [before, before + 1]));
            }

            return new Counts(all, sums);
        }

        public override string ToString() => string.Join(' ', All);
    }
}
