namespace ConnectingPeople.Domain.Replies.Words;

/// <summary>The words that the rules of reading speak of, by the senses they have. Rules name senses, never single replies.</summary>
internal static class Lexicon
{
    /// <summary>Words of each sense, in the spelling that <see cref="Spellings"/> leads to.</summary>
    public static IReadOnlyList<(Sense Sense, string Words)> Senses { get; } =
    [
        (Sense.Polite, "please thanks ta cheers x xx xxx xxxx hi hiya hello hey ok now just sorry mate pal asap immediately kindly bye regards"),
        (Sense.Aside, "atm rn even ever fucking bloody literally basically genuinely today tonight lately recently really honestly tbh lol lmao haha hehe though overall anyway again still currently um er erm "
            + "hm hmm well oh ah aw xd love hun babe pet hen duck darling actually sadly unfortunately hopefully ish exactly"),
        (Sense.Light, "i it is am was the a an my me have has had been be got get did do would say said think guess reckon feel feels feeling thing "
            + "mainly mostly definitely probably all yet number option answer choice for that this its about bit of im just choose pick picked chose "
            + "go finally slowly now one because took taken make made lack low poor problem problems issue issues worries worry mental physical we"),
        (Sense.LeadIn, "i am was be been is it would say said think guess reckon feel feels feeling felt a an the about around roughly approx circa like maybe perhaps "
            + "probably only number option answer score rating rate give given gave put mark solid level choose chose choice pick picked meant mean "
            + "total definitely yes mood at still that do"),
        (Sense.CountLeadIn, "have had saw see seen met meet spoke speak spoken talked talk chatted chat visited rang phoned called texted messaged with to we "
            + "there were did do has contacted contact up out went go meeting bumped into few lots loads lot many some"),
        (Sense.Figure, "is about around roughly approx circa like maybe perhaps probably so equals say only think reckon guess number option score "
            + "rating definitely meant"),
        (Sense.Topic, "mood day week feeling feelings number score answer rating total"),
        (Sense.Opener, "i it he she we they you my the this that there not been had having have got went saw feeling felt was is can bit very quite pretty "
            + "too including inc counting incl trying struggling stayed stuck busy working managed met did never can"),
        (Sense.Link, "because as so but although since"),
        (Sense.Not, "not never without"),
        (Sense.Feeling, "good great ok fine alright bad rubbish low sad happy tired better worse meh average terrible awful crap shit poor down up poorly ill rough "
            + "amazing fantastic brilliant lovely nice calm anxious lonely stressed worried depressed mixed middling"),
        (Sense.Person, "person people friend friends mate mates pal pals neighbour neighbours neighbor neighbors family relative relatives mum mam mom mother dad "
            + "father parents sister sisters brother brothers son sons daughter daughters kid kids child children aunt auntie uncle cousin cousins niece "
            + "nieces nephew nephews nan nana gran granny grandad grandma grandson granddaughter grandchildren husband wife partner boyfriend girlfriend ex "
            + "man men woman women lady ladies lad lads lass lasses guy guys girl girls boy boys bloke blokes folk folks other others stranger strangers "
            + "visitor visitors volunteer volunteers colleague colleagues everyone everybody human humans bf gf peeps soul souls buddy buddies brothers"),
        (Sense.Staff, "worker workers nurse nurses carer carers doctor doctors gp staff therapist counsellor practitioner team manager office social support key"),
        (Sense.Kind, "new other different good old close more lovely nice best local whole diff single"),
        (Sense.Place, "from at in on with who that including if round outside when over through via by during for"),
        (Sense.Third, "he she they him her them who it everyone everybody people nobody someone"),
        (Sense.Yes, "yes y yeah yep yup ye aye yas true correct 👍 indeed affirmative yarp"),
        (Sense.No, "no n nope nah naw nay nae negative false 👎"),
        (Sense.Sure, "definitely absolutely certainly sure totally"),
        (Sense.Doubt, "maybe perhaps possibly kinda sorta kind sort depends unsure"),
        (Sense.Auxiliary, "did do have has am was were is"),
        (Sense.Self, "i we it"),
        (Sense.Nobody, "none nobody nil zilch nada nowt nothing"),
        (Sense.Asking, "can could will would please want need like wish may ask get"),
        (Sense.AfterCall, "back when at on tomorrow today tonight this as i am if after before between because about later urgently anytime whenever "
            + "for to and or so monday tuesday wednesday thursday friday saturday sunday morning afternoon evening 👍 my next sometime soon once instead"),
        (Sense.None, "and or plus equals percent money-sign degrees less more half minus point out of too to"),
        (Sense.Tolerant, "nobody none people nothing stop unsubscribe cancel help pause skip texting messages messaging hello answer rather prefer "
            + "probably definitely another thanks please someone somebody tomorrow because yesterday monday tuesday wednesday thursday friday "
            + "saturday sunday"),
    ];

    /// <summary>Number words by value.</summary>
    public static IReadOnlyList<string> Units { get; } =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    /// <summary>Words for tens, from twenty on.</summary>
    public static IReadOnlyList<string> Tens { get; } = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>Words for places in a list, from the first; "last" has none of its own.</summary>
    public static IReadOnlyList<string> Ordinals { get; } =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
}
