namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>What stands between a word and the one before it, from the closest to the widest.</summary>
internal enum Gap : byte
{
    /// <summary>Nothing: both come from one written word, such as "don't".</summary>
    Joined,
    Space,
    Dash,
    Slash,

    /// <summary>A point or colon tight between digits, as in 3.5 or 3:30.</summary>
    Point,

    /// <summary>A comma, full stop, bracket, picture, new line: a new thought may begin.</summary>
    Break,
}

/// <summary>What a written word is made of.</summary>
internal enum Shape : byte
{
    Letters,
    Digits,

    /// <summary>Letters and digits glued together, such as 3pm.</summary>
    Mixed,
}

/// <summary>One word of a message.</summary>
internal struct Token
{
    /// <summary>Where it was written, in the message as it came.</summary>
    public int Start;

    /// <summary>Where it ends there, excluded.</summary>
    public int End;

    /// <summary>Where its folded letters are.</summary>
    public int TextStart;

    public int TextLength;

    /// <summary>Its number in the <see cref="Vocabulary"/>; 0 for a word the reader doesn't know.</summary>
    public ushort Word;

    public Gap Before;

    public Shape Shape;

    /// <summary>Says nothing about the answer: "thanks", "I think", "this week".</summary>
    public bool Aside;

    /// <summary>Covered by a harmless phrase, so no part of a worry.</summary>
    public bool Harmless;
}
