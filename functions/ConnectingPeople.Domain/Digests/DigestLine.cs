using ConnectingPeople.Domain.Participants;

namespace ConnectingPeople.Domain.Digests;

/// <summary>What a line is about, in the order in which it is read: first what needs talking about.</summary>
public enum DigestTopic
{
    /// <summary>An alert that nobody has resolved.</summary>
    Alert,

    /// <summary>They left the study.</summary>
    Left,

    /// <summary>Check-ins in a row without an answer.</summary>
    Quiet,

    /// <summary>An interview whose window closes soon, with answers missing.</summary>
    Interview,

    /// <summary>A goal that doesn't move on.</summary>
    Stalled,

    /// <summary>A goal that was rated lower than before.</summary>
    WentBack,

    /// <summary>They named what gets in the way.</summary>
    Barrier,

    /// <summary>An element of the model that nothing shows yet.</summary>
    NoSign,

    Reached,

    MovedOn,

    /// <summary>An answer that shows an element of the model at work.</summary>
    Sign,

    NewGoal,

    Joined,

    Break,
}

/// <summary>One fact about a person.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="Text">One plain sentence for the practitioner; never the person's words, nor who they are.</param>
/// <param name="Goal">The goal it is about, in the person's words, for pages alone; null for none.</param>
public sealed record DigestLine(DigestTopic Topic, string Text, string? Goal = null)
{
    /// <summary>Whether it is something to talk about, rather than something to be glad of or to know.</summary>
    public bool ToTalkAbout => Topic <= DigestTopic.NoSign;
}

/// <summary>What there is to say about a person.</summary>
/// <param name="Id">Who.</param>
/// <param name="Practitioner">Who works with them.</param>
/// <param name="Lines">At least one, in the order of their topics.</param>
public sealed record PersonDigest(ParticipantId Id, string Practitioner, IReadOnlyList<DigestLine> Lines)
{
    public bool ToTalkAbout => Lines.Any(line => line.ToTalkAbout);
}
