using System.Globalization;
using ConnectingPeople.Domain.CheckIns;

namespace ConnectingPeople.Domain.FollowUps.Measures;

/// <summary>What every measure says of itself.</summary>
/// <param name="Id">Begins its columns: <c>{id}_baseline</c>. Small letters, digits and underscores, at most 20.</param>
/// <param name="Label">What it measures, in a few words.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Instrument">Where its questions come from.</param>
/// <param name="Source">Where its formula and figures come from.</param>
/// <param name="Digits">Behind the decimal point, 0 to 6.</param>
/// <param name="FromVersion">The first version of a wave's questionnaire whose answers it takes; 1 takes all.</param>
public sealed record MeasureHead(
    string Id, string Label, Direction Direction, string Instrument, string Source, int Digits, int FromVersion = 1);

/// <summary>Which way is better.</summary>
public enum Direction
{
    HigherIsBetter,
    LowerIsBetter,

    /// <summary>More can be good or bad, such as appointments with services.</summary>
    Neither,
}

/// <summary>
/// A score computed from the answers of waves. All arithmetic is decimal, so that a score is the same to the last digit on every
/// machine; a score is rounded once, at the end, half away from zero.
/// </summary>
/// <param name="Head">What it says of itself.</param>
public abstract record Measure(MeasureHead Head)
{
    public string Id => Head.Id;

    public string Label => Head.Label;

    public Direction Direction => Head.Direction;

    /// <summary>What a score counts, such as "points from 1 to 5".</summary>
    public abstract string Unit { get; }

    /// <summary>The questions it comes from, in the order of the definition.</summary>
    public abstract IReadOnlyList<Item> Items { get; }

    /// <summary>Whether a score belongs to the time between the waves, and so stands once, at nine months, and has no change.</summary>
    public virtual bool IsBetweenWaves => false;

    /// <summary>The least and the greatest score; null where the time that passes has a say.</summary>
    public abstract (decimal Least, decimal Most)? Range { get; }

    /// <summary>How a score comes from the items, in words.</summary>
    public abstract string Formula { get; }

    /// <summary>When there is no score, in words that go on after "the wave wasn't answered, or".</summary>
    public abstract string MissingWhen { get; }

    /// <summary>The scores of one person.</summary>
    /// <param name="baseline">Null for a wave that wasn't answered.</param>
    /// <param name="nineMonth">Null for a wave that wasn't answered.</param>
    public abstract Score Of(MeasuredWave? baseline, MeasuredWave? nineMonth);

    /// <summary>The score as datasets print it, with all its digits.</summary>
    protected decimal? Round(decimal? exact) => exact is { } value
        ? Math.Round(value, Head.Digits, MidpointRounding.AwayFromZero) + new decimal(0, 0, 0, false, (byte)Head.Digits)
        : null;

    /// <summary>Numbers as formulas and ranges write them.</summary>
    protected static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}

/// <summary>A measure that has a score for each wave.</summary>
/// <param name="Head">What it says of itself.</param>
public abstract record WaveMeasure(MeasureHead Head) : Measure(Head)
{
    public sealed override Score Of(MeasuredWave? baseline, MeasuredWave? nineMonth) => new(Round(At(baseline)), Round(At(nineMonth)));

    /// <summary>The score of one wave, not rounded yet.</summary>
    /// <returns>Null when too little is answered, or with an older version of the questionnaire than it takes.</returns>
    public decimal? At(MeasuredWave? wave) => wave?.CheckIn.Version >= Head.FromVersion ? From(wave.CheckIn) : null;

    /// <summary>The score of a wave's answers, whatever the questionnaire's version; null when too little is answered.</summary>
    public abstract decimal? From(CheckIn wave);
}

/// <summary>A wave of one person with at least one answer.</summary>
/// <param name="CheckIn">With the answers that hold.</param>
/// <param name="On">The local day it counts as measured on.</param>
public sealed record MeasuredWave(CheckIn CheckIn, LocalDate On);

/// <summary>One person's scores of one measure, rounded.</summary>
public readonly record struct Score(decimal? Baseline, decimal? NineMonth)
{
    /// <summary>Of the scores as printed, so that whoever subtracts them finds the same; null unless there are both.</summary>
    public decimal? Change => NineMonth - Baseline;
}
