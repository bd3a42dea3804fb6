using ConnectingPeople.Domain.FollowUps.Disclosure;

namespace ConnectingPeople.Domain.FollowUps.Report;

/// <summary>With how many people participants were in touch, in four weeks of their time in the study.</summary>
/// <param name="FirstWeek">The first of the four; 0 is the week of enrolment.</param>
/// <param name="Groups">By level of fidelity.</param>
public sealed record FourWeeks(int FirstWeek, IReadOnlyDictionary<string, ContactFigures> Groups)
{
    /// <summary>How many weeks are put together, so that one week's chance doesn't hide the course.</summary>
    public const int Weeks = 4;

    public int LastWeek => FirstWeek + Weeks - 1;
}

/// <summary>Contacts of one group in four weeks.</summary>
/// <param name="People">How many participants answered at least once.</param>
/// <param name="Answers">How many answers they gave; null where they are too few to be shown.</param>
/// <param name="Mean">The mean of these answers, in people a week; null in the same case.</param>
public sealed record ContactFigures(ShownCount People, long? Answers, double? Mean);

/// <summary>Takes the rows of <c>social_contacts</c> in, in their order; holds four numbers for each four weeks of each group.</summary>
public sealed class ContactsTally
{
    private readonly SortedDictionary<int, Dictionary<string, Cell>> fours = [];

    /// <param name="participant">Who answered; rows come sorted by participant.</param>
    /// <param name="fidelity">The level of their agency.</param>
    /// <param name="week">Their week in the study, from 0.</param>
    /// <param name="people">With how many people they were in touch.</param>
    public void Add(string participant, string fidelity, int week, int people)
    {
        int first = week - (week % FourWeeks.Weeks);
        if (!fours.TryGetValue(first, out Dictionary<string, Cell>? groups))
        {
            fours[first] = groups = [];
        }

        if (!groups.TryGetValue(fidelity, out Cell? cell))
        {
            groups[fidelity] = cell = new Cell();
        }

        cell.People += cell.Last == participant ? 0 : 1;
        cell.Last = participant;
        cell.Answers++;
        cell.Contacts += people;
    }

    /// <returns>In the order of time; four weeks that nobody answered in aren't among them.</returns>
    public IReadOnlyList<FourWeeks> Figures() =>
    [
        .. fours.Select(four => new FourWeeks(four.Key, four.Value.ToDictionary(group => group.Key, group => group.Value.Shown()))),
    ];

    private sealed class Cell
    {
        public string? Last { get; set; }

        public long People { get; set; }

        public long Answers { get; set; }

        public long Contacts { get; set; }

        /// <summary>Groups aren't added up, so that a small one needs no other to hide behind.</summary>
        public ContactFigures Shown() => Suppression.IsSmall(People)
            ? new ContactFigures(ShownCount.Small, null, null)
            : new ContactFigures(ShownCount.Exact(People), Answers, (double)Contacts / Answers);
    }
}
