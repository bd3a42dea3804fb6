using ConnectingPeople.Domain.Replies.Words;

namespace ConnectingPeople.Domain.Replies.Phrases;

/// <summary>One place in a phrase: any of these words, or with no words a gap.</summary>
internal readonly record struct Step(ushort[] Words, bool Optional)
{
    /// <summary>A number of ten or more.</summary>
    public static Step Many { get; } = new([], Optional: false);

    /// <summary>Up to three words of any kind.</summary>
    public static Step Gap { get; } = new([], Optional: true);

    public bool IsGap => Words.Length == 0 && Optional;

    public bool IsMany => Words.Length == 0 && !Optional;
}

/// <summary>A pattern of words, compiled against a vocabulary.</summary>
internal sealed class Phrase(IReadOnlyList<Step> steps)
{
    private const int WidestGap = 3;

    /// <summary>How many words that say nothing may stand inside a phrase: "want to just please die".</summary>
    private const int MostAsides = 2;

    private readonly Step[] steps = [.. steps];

    /// <summary>The words that it can begin with.</summary>
    public IReadOnlyList<ushort> FirstWords => steps[0].Words;

    /// <summary>Where the phrase ends, excluded, when it begins at <paramref name="place"/>; -1 if it doesn't fit.</summary>
    public int EndAt(in Message message, int place) => Fit(message, place, 0, 0);

    private int Fit(in Message message, int place, int step, int asides)
    {
        if (step == steps.Length)
        {
            return place;
        }

        if (steps[step].IsGap)
        {
            return Stretch(message, place, step);
        }

        if (place < message.Count && !message[place].Harmless && Fits(message, place, steps[step]))
        {
            int end = Fit(message, place + 1, step + 1, asides);
            if (end >= 0)
            {
                return end;
            }
        }

        if (steps[step].Optional)
        {
            int end = Fit(message, place, step + 1, asides);
            if (end >= 0)
            {
                return end;
            }
        }

        bool mayPass = step > 0 && asides < MostAsides && message.Has(place, Sense.Aside | Sense.Polite);
        return mayPass ? Fit(message, place + 1, step, asides + 1) : -1;
    }

    private static bool Fits(in Message message, int place, Step step) =>
        step.IsMany ? IsMany(message, place) : step.Words.AsSpan().Contains(message.Sound(place));

    private static bool IsMany(in Message message, int place) =>
        message[place].Shape == Shape.Digits ? message[place].TextLength >= 2
        : message.Has(place, Sense.Unit | Sense.Ten) && message.Vocabulary.ValueOf(message[place].Word) >= 10;

    private int Stretch(in Message message, int place, int step)
    {
        for (int width = 0; width <= WidestGap && place + width <= message.Count; width++)
        {
            int end = Fit(message, place + width, step + 1, 0);
            if (end >= 0)
            {
                return end;
            }
        }

        return -1;
    }
}
