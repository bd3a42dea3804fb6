namespace ConnectingPeople.Domain.Replies.Requests;

/// <summary>How people ask, in words of their own, for what a keyword asks. Written in the language of <see cref="RiskPhrases"/>.</summary>
/// <remarks>Each list says where its phrases count, because the same words are harmless elsewhere: "I want to stop" is an opt-out as a whole
/// message and not in "I want to stop smoking".</remarks>
internal static class RequestPhrases
{
    private const string Texts = "texts|messages|msgs|text|message|sms|questions|surveys|reminders";
    private const string These = "[all] [of] [any] [the|these|this|those|your|more]";
    private const string ThisList = "list|lists|system|study|research|project|records|database|programme|program|service|thing|survey|this|these";

    /// <summary>Opt out wherever the writer asks it.</summary>
    public static string[] OptOut { get; } =
    [
        "stop|quit texting|messaging|contacting|bothering|harassing|pestering|spamming|emailing|bugging|hassling|msging|annoying me|us",
        "stop|quit writing to me|us",
        "stop|quit texting|messaging|contacting my phone|number|mobile",
        "stop|quit sending|giving me",
        $"stop|quit sending [me|us] {These} {Texts}|stuff|them|this|these|it",
        $"stop|end|cancel|quit [all] [of] the|these|this|those|your|my|all|any|more {Texts}|texting|messaging|study",
        "stop|quit asking me [all] [these|this|the|so] [many] questions|this|things|stuff",
        "do not text|message|contact|msg|email|sms|bother me|us",
        "never text|message|contact|msg|email|sms|bother me|us again|anymore",
        "do not write to me|us",
        "do not text|message|contact|call|ring this number|phone",
        $"do not send [me|us] {These} [more] {Texts}|anything|this|these",
        "do not ask me anymore|again",
        "leave me alone|be",
        "take|get me off [of] this|your|the|these|that",
        $"remove|delete|withdraw|take me from|off|out ... {ThisList}|{Texts}",
        $"take|get me out of {ThisList}",
        "take|get me out of the|your|this study|list|research|project|programme|system",
        "take|remove|delete|get my number|name|details off|from",
        "get off this|your|the|these list|texts|messages",
        "remove|delete|erase|lose|forget my number|details|phone|mobile|contact",
        "unsubscribe",
        "unsub",
        "optout",
        "opt me out",
        "sign me off|out",
        "count me out",
        "want|like|wish out of this|the|your study|research|project|programme|trial|service|survey",
        "do not want|wish to be|do|take|stay|continue [part|with] [in|on] this|these|the|your study|survey|research|project|programme|trial|list|texts|messages|questions",
        "want|like|wish|need to leave|quit|stop|end the|this study|research|project|programme|trial|service",
        $"want|like|wish|need to stop getting|receiving {These} {Texts}|these|this|them",
        $"stop getting|receiving {These} {Texts}|these",
        "want|like|wish|need to withdraw|pull [out] [from] [of]",
        "no longer want|wish to take|participate|receive",
        $"no longer want|wish|need {These} {Texts}|these",
        $"do not want to get|receive|answer {These} [more] {Texts}|these",
        "do not want to be texted|messaged|contacted|bothered",
        "do not want to take part",
        "do not want to hear from you",
        "do not want you to text|message|contact|msg me",
        "do not want you texting|messaging|contacting me",
    ];

    /// <summary>Opt out unless the texts are somebody else's: "no more texts", not "no more texts from my ex".</summary>
    public static string[] OptOutOfOurs { get; } =
    [
        $"no more {Texts}|texting|messaging",
        $"do not want|need [any|anymore|more|all] [of] [the|these|this|those|your] [more] {Texts}",
        "no more of these|this|them",
    ];

    /// <summary>Opt out where nothing follows: "stop texting", not "stop texting at the table".</summary>
    public static string[] OptOutAtEnd { get; } =
    [
        $"stop [all] texting|messaging|{Texts}",
        "please stop",
        "not interested stop",
        "not interested so|and stop",
        "stop|quit asking me",
        "stop please",
        "remove|delete|unsubscribe|withdraw me",
        "how do|can|could i stop|cancel|end|leave|quit [getting|receiving] [this|these|it|the] [texts|messages]",
        "stop calling|ringing|phoning me",
        "do not call|ring|phone me again|anymore",
        "take|get me off",
        "these|your|the texts|messages [need|have|has] to|must|should|please stop",
        "can|could the|these|this|your|all texts|messages|texting|questions please|just stop",
        "can|could the|these|this|your|all texts|messages|texting|questions stop",
        "texts|messages stop them|it",
        "stop|end|cancel my|this|the subscription|service",
    ];

    /// <summary>Opt out as the whole message.</summary>
    public static string[] WholeOptOut { get; } =
    [
        "stop it|this|that|these|them|all|everything",
        "stop it|this all",
        "cancel it|this|these|them|all|everything|me",
        "i stop|quit|withdraw|optout|cancel|unsubscribe",
        "i said|say|asked stop",
        "i told|asked you to stop",
        "want|need|wish to stop|quit|cancel [this|these|it]",
        "would like to stop|quit|cancel|withdraw [this|these|it]",
        "can|could|will|would you|i|we stop [this|these|it|all]",
        "i want out",
        "do not want these",
        "go away",
        "stop everything|all",
        "no stop",
    ];

    public static string[] WholeHelp { get; } =
    [
        "need|want [some|your|a] [bit|lot] [of] help",
        "help me",
        "i need you to help [me]",
        "can|could|will|would you|someone|somebody|anyone|anybody help [me]",
        "someone|somebody help [me]",
        "i am desperate for help",
    ];

    /// <summary>Call me, where nothing follows that makes it a name: "call me at home", not "call me Dave".</summary>
    public static string[] CallMe { get; } =
    [
        "call|ring|phone|telephone|tel|fone|bell|buzz me|us [back|up]",
        "give|giv|gimme me a [quick|wee|little|phone] call|ring|bell|buzz|tinkle|phone|shout",
        "gimme a [quick|wee|little|phone] call|ring|bell|buzz|tinkle",
        "give us a [quick|wee|little|phone] call|ring|bell|buzz|tinkle",
        "want|need|like|have|get|request a [quick|wee|phone] call [back|please]",
        "want|need|like|have|get|request a callback|phonecall",
        "want|need|like to speak|talk to|with someone|somebody|you|worker|staff",
        "want|need|like to speak|talk to|with a|an|my [real|support|key|social] person|human|worker|practitioner|nurse|carer|keyworker",
        "can|could|may i speak|talk to|with someone|somebody|anyone|you|staff",
        "can|could|may i speak|talk to|with a|an|my [real|support|key|social] person|human|worker|practitioner|nurse|carer|keyworker",
        "need someone|somebody to talk|speak to|with",
        "get someone|somebody to call|ring|phone me",
    ];

    /// <summary>Call me as the whole message.</summary>
    public static string[] WholeCallMe { get; } =
    [
        "phone call",
        "call|ring|phone back",
        "call|ring|phone|phonecall|callback",
    ];

    public static string[] Pause { get; } =
    [
        "pause the|these|this|my|your|it|texts|messages|everything|all",
        "pause for [a] [couple|few] [of] now|bit|while|week|weeks|month|months|day|days|one|two|three|four",
        "can|could we|i|you pause",
        "want|need|like to pause",
        "stop for now|today",
        "stop for a [little|short] bit|while|week|month|fortnight|day",
        $"break from {These} {Texts}|these|texting",
    ];
}
