namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>What people write in their own words. None of it was ever written by anybody, and none of it worries a reader.</summary>
public static class OwnWords
{
    private static readonly string[] Helped =
    [
        "My worker came with me the first time", "Knowing one person there before I went", "Having a plan on paper", "The group is free and close by",
        "A lift from my neighbour", "Finding something I like doing", "Somebody ringing me to ask how it went", "Going at my own pace",
    ];

    private static readonly string[] Weeks =
    [
        "I went to the library group and talked to two people", "Had a cup of tea with my neighbour", "Still a bit nervous but I went to the allotment",
        "My brother came with me to the art class", "Quiet week but I rang my sister", "The weather kept me in", "We baked a cake for the coffee morning",
        "The walk was lovely and we had a laugh", "I was a bit tired this week", "Met somebody new at the bus stop",
    ];

    private static readonly string[] WeeksShortOfMoney =
    [
        "The bus fare is too much to go twice", "I would go more often if it was free", "Had to miss the class because of the cost",
        "Can the centre help with the cost of the trip", .. Weeks,
    ];

    /// <summary>What they might say to a question.</summary>
    /// <param name="question">Its id.</param>
    /// <param name="barrier">What gets in their way.</param>
    public static string[] For(string question, string barrier) =>
        question == "own-words" ? Helped : barrier == "money" ? WeeksShortOfMoney : Weeks;
}
