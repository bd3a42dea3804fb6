using ConnectingPeople.Domain.FollowUps.Disclosure;

namespace ConnectingPeople.Domain.Tests.FollowUps.Disclosure;

/// <summary>
/// A reader who knows all sums and what the marks mean, and tries every way to fill the gaps: slow, and written without a thought of
/// how counts were kept back.
/// </summary>
internal sealed class Reader(IReadOnlyList<ShownCount> shown, IReadOnlyList<CountSum> sums, long highest)
{
    private readonly int[] gaps = [.. Enumerable.Range(0, shown.Count).Where(cell => shown[cell].Value is null)];

    /// <summary>Whether some other way to fill the gaps gives a cell another value than its true one.</summary>
    public bool IsInDoubt(int cell, long truth)
    {
        long?[] filled = [.. shown.Select(count => count.Value)];
        foreach (long guess in Guesses(cell).Where(guess => guess != truth))
        {
            filled[cell] = guess;
            if (CanFill(filled))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<long> Guesses(int cell) => shown[cell].Showing == Showing.Small
        ? Enumerable.Range(1, 4).Select(guess => (long)guess)
        : Enumerable.Range(1, (int)highest).Select(guess => (long)guess);

    private bool CanFill(long?[] filled)
    {
        if (!sums.All(sum => CanHold(sum, filled)))
        {
            return false;
        }

        int next = Array.Find(gaps, gap => filled[gap] is null) is var gap && (gaps.Length > 0 && filled[gap] is null) ? gap : -1;
        if (next < 0)
        {
            return true;
        }

        foreach (long guess in Guesses(next))
        {
            filled[next] = guess;
            if (CanFill(filled))
            {
                filled[next] = null;
                return true;
            }
        }

        filled[next] = null;
        return false;
    }

    private bool CanHold(CountSum sum, long?[] filled)
    {
        (long least, long most) = (0, 0);
        foreach (int part in sum.Parts)
        {
            least += filled[part] ?? Guesses(part).First();
            most += filled[part] ?? Guesses(part).Last();
        }

        return (filled[sum.Total] ?? Guesses(sum.Total).Last()) >= least && (filled[sum.Total] ?? Guesses(sum.Total).First()) <= most;
    }
}
