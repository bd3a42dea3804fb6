using System.Globalization;
using ConnectingPeople.Domain.CheckIns;

namespace ConnectingPeople.Domain.FollowUps.Measures;

/// <summary>
/// The value of a state of health, from a value set: 1 for full health, less what each dimension's level takes away, less what is
/// taken away once when any dimension is at a certain level or above. 0 is as bad as being dead, below 0 worse.
/// </summary>
/// <remarks>
/// The form of the UK's EQ-5D-3L set (Dolan 1997, Medical Care 35:1095-1108, main effects model with N3): 0.081 for any move away from
/// full health, 0.269 when any dimension is at level 3, and a loss for each dimension at level 2 or 3. So 11223 is
/// 1 - 0.081 - 0.036 - 0.123 - 0.236 - 0.269 = 0.255. Sets without such constants have none.
/// </remarks>
/// <param name="Head">What it says of itself.</param>
/// <param name="Unit">What a score counts.</param>
/// <param name="Dimensions">At least one; a state is a level of each.</param>
/// <param name="AnyAtLeast">By level, what is lost once when any dimension is at it or above; may be empty.</param>
public sealed record IndexMeasure(
    MeasureHead Head, string Unit, IReadOnlyList<Dimension> Dimensions, IReadOnlyDictionary<int, decimal> AnyAtLeast) : WaveMeasure(Head)
{
    private const decimal FullHealth = 1;

    public override string Unit { get; } = Unit;

    public override IReadOnlyList<Item> Items => [.. Dimensions.Select(dimension => dimension.Item)];

    public override (decimal Least, decimal Most)? Range =>
        (FullHealth - AnyAtLeast.Values.Sum() - Dimensions.Sum(dimension => dimension.Losses.Values.Max()), FullHealth);

    public override string Formula => string.Join(
        " - ",
        AnyAtLeast.OrderBy(loss => loss.Key)
            .Select(loss => string.Create(CultureInfo.InvariantCulture, $"{loss.Value} if any item is at level {loss.Key} or above"))
            .Prepend(Text(FullHealth))
            .Concat(Dimensions.Select(dimension => dimension.ToString())));

    public override string MissingWhen => "not all items were";

    /// <summary>The value of a state.</summary>
    /// <param name="levels">One for each dimension, in their order.</param>
    public decimal ValueOf(IReadOnlyList<int> levels) => FullHealth
        - AnyAtLeast.Where(loss => levels.Any(level => level >= loss.Key)).Sum(loss => loss.Value)
        - Dimensions.Zip(levels, (dimension, level) => dimension.Losses.GetValueOrDefault(level)).Sum();

    public override decimal? From(CheckIn wave)
    {
        List<int> levels = [.. Dimensions.Select(dimension => dimension.Item.In(wave)).OfType<int>()];
        return levels.Count == Dimensions.Count ? ValueOf(levels) : null;
    }
}

/// <summary>One of the things that make up a state of health.</summary>
/// <param name="Item">The question that asks for its level; its least number is no loss.</param>
/// <param name="Losses">What each level above the least takes away, none below 0.</param>
public sealed record Dimension(Item Item, IReadOnlyDictionary<int, decimal> Losses)
{
    /// <summary>As formulas write it: <c>mobility (2: 0.069, 3: 0.314)</c>.</summary>
    public override string ToString() => $"{Item} ({string.Join(", ", Losses.OrderBy(loss => loss.Key)
        .Select(loss => string.Create(CultureInfo.InvariantCulture, $"{loss.Key}: {loss.Value}")))})";
}
