using System.IO.Hashing;
using System.Text;

namespace ConnectingPeople.Simulator.Cohort;

/// <summary>Luck that is the same whenever the same person meets the same question with the same seed.</summary>
public sealed record Chance(int Seed, string Phone, int Question)
{
    /// <returns>At least 0, less than 1, evenly spread; another purpose, another value.</returns>
    public double Of(string purpose) =>
        XxHash64.HashToUInt64(Encoding.UTF8.GetBytes($"{Seed}|{Phone}|{Question}|{purpose}")) / Math.Pow(2, 64);

    /// <returns>A draw from the standard normal distribution, by Box and Muller's transform.</returns>
    public double Normal(string purpose) => Math.Sqrt(-2 * Math.Log(1 - Of(purpose))) * Math.Cos(2 * Math.PI * Of($"{purpose}'"));

    /// <returns>A whole number from <paramref name="least"/> to <paramref name="most"/>, both included.</returns>
    public int Between(int least, int most, string purpose) => least + (int)(Of(purpose) * (most - least + 1));

    public string OneOf(string purpose, params string[] choices) => choices[Between(0, choices.Length - 1, purpose)];
}
