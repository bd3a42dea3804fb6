namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>How a word may be used in a reply. One word may have several senses.</summary>
[Flags]
internal enum Sense
{
    None = 0,

    /// <summary>Courtesy, which leaves a request what it is: "please", "thanks", "x".</summary>
    Polite = 1 << 0,

    /// <summary>Says nothing about the answer: "today", "lol".</summary>
    Aside = 1 << 1,

    /// <summary>Stands around a label without changing it: "the", "mainly", "it's".</summary>
    Light = 1 << 2,

    /// <summary>May lead in a number: "I'd give it a …".</summary>
    LeadIn = 1 << 3,

    /// <summary>May lead in a number of people: "I saw …".</summary>
    CountLeadIn = 1 << 4,

    /// <summary>Whatever stood before, a figure follows: "so …", "about …".</summary>
    Figure = 1 << 5,

    /// <summary>What a figure may be said of: "my mood is …".</summary>
    Topic = 1 << 6,

    /// <summary>Begins a new thought after an answer, without punctuation: "3 I was ill".</summary>
    Opener = 1 << 7,

    /// <summary>Joins a reason or a contrast: "3 because …".</summary>
    Link = 1 << 8,

    Not = 1 << 9,

    /// <summary>How one feels, beside a number that says it: "3 not great".</summary>
    Feeling = 1 << 10,

    /// <summary>Somebody who can be counted among contacts.</summary>
    Person = 1 << 11,

    /// <summary>Somebody of the service, whom one may ask to call.</summary>
    Staff = 1 << 12,

    /// <summary>Describes people: "new", "old".</summary>
    Kind = 1 << 13,

    /// <summary>Follows people: "from", "at".</summary>
    Place = 1 << 14,

    /// <summary>Other than the writer and the reader: "he", "they".</summary>
    Third = 1 << 15,

    Yes = 1 << 16,
    No = 1 << 17,

    /// <summary>"Definitely": yes by itself, no before "not".</summary>
    Sure = 1 << 18,

    /// <summary>Leaves open what it goes with: "maybe", "kind of".</summary>
    Doubt = 1 << 19,

    /// <summary>"Did", "have": with a pronoun a short answer to a yes-no question.</summary>
    Auxiliary = 1 << 20,

    /// <summary>The writer.</summary>
    Self = 1 << 21,

    /// <summary>Zero where people are counted: "none", "nobody".</summary>
    Nobody = 1 << 22,

    /// <summary>A number word up to nineteen.</summary>
    Unit = 1 << 23,

    /// <summary>Twenty, thirty … ninety.</summary>
    Ten = 1 << 24,

    /// <summary>First, second … last.</summary>
    Ordinal = 1 << 25,

    /// <summary>Asks for something: "can", "want", "please".</summary>
    Asking = 1 << 26,

    /// <summary>Goes on after "call me" without making it a name: "back", "tomorrow".</summary>
    AfterCall = 1 << 27,

    /// <summary>Is recognised through a small misspelling.</summary>
    Tolerant = 1 << 28,
}
