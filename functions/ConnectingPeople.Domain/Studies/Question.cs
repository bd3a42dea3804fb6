namespace ConnectingPeople.Domain.Studies;

/// <summary>One thing that a questionnaire asks.</summary>
public abstract record Question
{
    /// <summary>Names the question in answers and datasets; unique in its questionnaire.</summary>
    public required string Id { get; init; }

    /// <summary>What the person is asked, with how to answer, in each language of the study.</summary>
    public required MessageText Text { get; init; }

    /// <summary>The question in other words, for when the first reply wasn't understood; null repeats <see cref="Text"/> after an apology.</summary>
    public MessageText? Again { get; init; }

    /// <summary>The question as the form asks it, beside fields to choose or write in; null takes <see cref="Text"/>.</summary>
    public MessageText? FormText { get; init; }

    /// <summary>Which earlier answer makes this question worth asking; null asks it always.</summary>
    public AskWhen? AskWhen { get; init; }

    /// <summary>Whether the person is told that they may leave it out.</summary>
    public bool Optional { get; init; }

    /// <summary>Whether the answer rates the participant's goal; such a question is left out for a person without one.</summary>
    public bool AboutGoal { get; init; }

    /// <summary>How often it is asked again when a reply isn't understood, 0 to 5.</summary>
    public int Attempts { get; init; } = 2;

    /// <summary>The type's name in definitions and datasets, such as <c>yes-no</c>.</summary>
    public abstract string Type { get; }
}

/// <summary>A whole number from <paramref name="Min"/> to <paramref name="Max"/>, both included, some with a label such as "getting there".</summary>
public sealed record ScaleQuestion(int Min, int Max, IReadOnlyDictionary<int, string> Labels) : Question
{
    public override string Type => "scale";
}

/// <summary>How many, from <paramref name="Min"/> to <paramref name="Max"/>, both included.</summary>
public sealed record CountQuestion(int Min, int Max) : Question
{
    public override string Type => "count";
}

/// <summary>Yes or no; the value is <c>yes</c> or <c>no</c>.</summary>
public sealed record YesNoQuestion : Question
{
    public override string Type => "yes-no";
}

/// <summary>Exactly one of the options, by number from 1, by label or by value.</summary>
public sealed record ChoiceQuestion(IReadOnlyList<Option> Options) : Question
{
    public override string Type => "choice";
}

/// <summary>One or more of the options; the value joins theirs with <c>;</c> in the order of the definition.</summary>
public sealed record ChoicesQuestion(IReadOnlyList<Option> Options) : Question
{
    public override string Type => "choices";
}

/// <summary>The person's own words.</summary>
public sealed record TextQuestion : Question
{
    public override string Type => "text";
}

/// <summary>A day, stored as ISO 8601.</summary>
public sealed record DateQuestion : Question
{
    public override string Type => "date";
}

/// <summary>One of the answers a choice offers.</summary>
/// <param name="Value">What datasets hold.</param>
/// <param name="Label">What the person reads and may write back.</param>
public sealed record Option(string Value, string Label);

/// <summary>Asks a question only after a certain answer to an earlier one. A refused or missing answer never meets it.</summary>
/// <param name="Question">The earlier question's id.</param>
/// <param name="AtMost">Met by a number up to this one.</param>
/// <param name="AtLeast">Met by a number from this one.</param>
/// <param name="Is">Met by this value; of several choices, by any.</param>
public sealed record AskWhen(string Question, int? AtMost = null, int? AtLeast = null, string? Is = null);
