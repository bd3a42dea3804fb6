namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>Phrases that the rules of answering speak of, in the language of <see cref="RiskPhrases"/>.</summary>
internal static class SidePhrases
{
    /// <summary>Say nothing about the answer, wherever they stand.</summary>
    public static string[] Asides { get; } =
    [
        "this week|month|morning|afternoon|evening|time|year|weekend|past|last",
        "these days|weeks|past|last",
        "the last|past week|month|weeks|days|few|couple|fortnight",
        "in the last|past week|month|few|couple",
        "at the moment|minute|mo",
        "at all",
        "at present",
        "so far",
        "or so|thereabouts|roughly",
        "or something [like] [that]",
        "right now",
        "for now|today|me",
        "for this|the week|month|time|moment",
        "in total|all|general|honesty",
        "all in all",
        "all together",
        "to be honest|fair",
        "if i am honest",
        "i would think|guess|reckon|suppose|say|imagine|go|put",
        "i would|will go with|for",
        "lets go with|say",
        "well done me|you|us",
        "i think|guess|reckon|suppose|believe|mean",
        "i would have to say",
        "i would like to say",
        "not sure but",
        "as usual|always|ever",
        "all the best",
        "have a good|nice day|one|week|weekend",
        "good morning|afternoon|evening",
        "on a good|bad|normal day",
        "on average|balance",
        "not including me|myself",
        "i am afraid",
        "you know",
        "thanks for asking|checking [in]",
        "that is all|it",
    ];

    /// <summary>Would rather not say, or doesn't know, as the whole message.</summary>
    public static string[] Skips { get; } =
    [
        "skip|pass [on] [this|that|it|the] [one|question|1]",
        "skip|pass me",
        "can|could|may i|we|you skip|pass|miss [on] [this|that|it] [one|question|out]",
        "want|like|rather|prefer to skip|pass|miss [on] [this|that|it] [one|question|out]",
        "would like|prefer to skip|pass|miss [this|that|it] [one|question|out]",
        "rather skip|pass|not [this|that|it] [one|question]",
        "next [question|one]",
        "idk|dk|dunno|donno|duno|dno|iono",
        "dunno mate|really|sorry",
        "do not know|kno|no [what|how] [to|i|that|this|it|feel|the] [say|put|answer|feel|am]",
        "do not have a clue|scooby",
        "do not know the answer",
        "do not remember|recall",
        "not know",
        "not got a clue|scooby",
        "have not got a|the|any foggiest|clue|idea|scooby",
        "have not a|the clue|foggiest",
        "no idea|clue|comment|answer|opinion",
        "have no idea|clue|comment|opinion",
        "got no idea|clue",
        "not sure [how|what] [to|i] [say|answer|feel|put] [this|that|it]",
        "not certain|telling|saying|answering [you|that|this]",
        "am not sure|telling|saying|answering|certain [you|this|that]",
        "unsure",
        "am unsure",
        "rather|prefer not [to] [say|answer|tell|share|discuss|talk] [you|about] [this|that|it] [one|question]",
        "would rather|prefer not [to] [say|answer|tell|share|discuss|talk] [you|about] [this|that|it] [one|question]",
        "would rather|prefer to not say|answer",
        "would rather keep that|it private",
        "do not want|wish|care|like to say|answer|tell|share|discuss|talk [you|about] [this|that|it] [one|question]",
        "do not feel like saying|answering [this|that|it]",
        "do not fancy answering|saying",
        "can not|never remember|recall|say|think",
        "could not say|tell|remember",
        "could not tell you",
        "can not answer [this|that|it] [one|question]",
        "will not say|answer [this|that|it]",
        "hard|difficult|impossible to say|tell|know",
        "it is hard|difficult to say",
        "who knows",
        "none of your|ya|yer business",
        "mind your own [business]",
        "not your business",
        "that is private|personal",
        "it is private|personal",
        "private|personal",
        "refuse [to] [say|answer]",
        "no answer",
        "forgot|forget",
        "have forgotten|forgot",
        "leave it|that [one|out|blank]",
        "leave blank",
        "not applicable",
        "n a",
        "search me",
    ];

    /// <summary>Nobody, said in a sentence: where people are counted, zero.</summary>
    public static string[] NobodyAtAll { get; } =
    [
        "not one [single] [person|soul]",
        "not a [single] soul|person|one",
        "not see|saw|seen|meet|met|speak|spoke|spoken|talk|talked|chat|chatted|visit|visited [to|with] anyone|anybody|any|people [people|friends|one|else]",
        "not had any contact|visitors|company",
        "not been in touch|contact with anyone|anybody",
        "never saw|seen|see|met|meet|spoke|talked [to|with] anyone|anybody|people",
        "never saw|met|spoke|seen [to|with] a soul",
        "not see|seen a soul",
        "not anyone|anybody",
        "nobody came|visited|rang|called|phoned|texted [round|over|by|me|to] [see] [me]",
    ];

    /// <summary>Yes in a phrase, as a whole thought.</summary>
    public static string[] Yeses { get; } =
    [
        "think|believe|reckon|suppose|guess|would so",
        "of course",
        "course [i] [did|have|do]",
        "for sure|certain",
        "you bet",
        "too right",
        "uh huh",
        "mhm|mmhm|mmhmm|uhuh",
        "thumbs up",
        "that is right|correct|true",
        "100 percent",
        "without a doubt",
        "no doubt",
    ];

    /// <summary>No in a phrase, as a whole thought.</summary>
    public static string[] Nos { get; } =
    [
        "not that i know|remember|recall|noticed [of]",
        "not that i can think|remember|recall [of]",
        "not that i am aware [of]",
        "do not think|believe|reckon|suppose so",
        "do not think i did|have|was|do|am",
        "do not think that i did|have|was",
        "not think so",
        "of course not",
        "course not",
        "no way|chance|thanks",
        "not a chance",
        "can not say i have|did|do",
        "nuh uh",
        "thumbs down",
        "afraid|unfortunately|sadly|guess|think|suppose|hardly not",
        "not particularly|especially|exactly|really|yet|necessarily|quite [no]",
        "not me|us",
        "not as yet|such",
    ];

    /// <summary>Every option of a list.</summary>
    public static string[] All { get; } =
    [
        "all [of] [them|these|those|the] [above|options]",
        "everything",
        "every one|single [one]",
        "everyone of them",
        "the lot",
        "all apply",
    ];
}
