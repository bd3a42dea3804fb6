using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.Alerts.Rules;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>The alert rules by name, each with its own threshold. Those that keep people safe can't be left out.</summary>
internal static class RulesShape
{
    private static readonly IReadOnlyDictionary<string, Severity> Severities =
        Enum.GetValues<Severity>().ToDictionary(severity => severity.ToString().ToLowerInvariant());

    private static readonly Key<Severity> HowSevere = Key.Required(
        "severity", Scalars.OneOf("a severity", Severities), "urgent: at once and also by text message; soon; routine");
    private static readonly Key<Period> EscalateAfter = Key.Required(
        "escalateAfter", Durations.Exact, "how long it waits to be acknowledged before the supervisor hears of it");
    private static readonly Key<bool> ByClock = Key.Optional(
        "byClock", Scalars.Flag, false, "true: nights and weekends count too, and the duty contact hears of it with the supervisor");

    private static readonly Key<int> InARow = Key.Required("inARow", Scalars.Integer(1, 52), "how many check-ins without an answer");
    private static readonly Key<int> Days = Key.Required("days", Scalars.Integer(1, 366), "how many days without a word");
    private static readonly Key<string> Question = Key.Required("question", Scalars.Id, "the question whose answers it looks at");
    private static readonly Key<int> Baseline = Key.Required("baseline", Scalars.Integer(1, 10), "how many first answers make the person's beginning");
    private static readonly Key<int> Recent = Key.Required("recent", Scalars.Integer(1, 20), "how many last answers make the present");
    private static readonly Key<int> Fall = Key.Required("fall", Scalars.Integer(1, 100), "by how many percent of the beginning");
    private static readonly Key<int> Ratings = Key.Required("checkIns", Scalars.Integer(2, 52), "in how many ratings of one goal in a row");
    private static readonly Key<int> Repeats = Key.Required("times", Scalars.Integer(2, 52), "how often the same one is named");
    private static readonly Key<int> Within = Key.Required("within", Scalars.Integer(2, 52), "in how many of the last answered check-ins");
    private static readonly Key<string> Wave = Key.Required("wave", Scalars.Id, "which wave");
    private static readonly Key<Period> Before = Key.Required("before", Durations.Exact, "how long before its window closes");

    private static readonly IReadOnlyList<Key<AlertRule>> Rules =
    [
        Needed(RuleNames.RiskPhrase, "words that may mean danger", [], Risk),
        Needed(RuleNames.AskedForACall, "the person asked to be rung", [], (_, severity, patience) => new AskedForACallRule(severity, patience)),
        Needed(RuleNames.OptedOut, "the person takes no more messages", [], (_, severity, patience) => new OptedOutRule(severity, patience)),
        Needed(RuleNames.Undelivered, "messages don't reach the person", [], (_, severity, patience) => new UndeliveredRule(severity, patience)),
        Chosen(RuleNames.MissedCheckIns, "check-ins in a row without an answer", [InARow],
            (fields, severity, patience) => new MissedCheckInsRule(severity, patience, fields.Get(InARow))),
        Chosen(RuleNames.Silence, "no word for so many days", [Days],
            (fields, severity, patience) => new SilenceRule(severity, patience, fields.Get(Days))),
        Chosen(RuleNames.ContactsFalling, "fewer contacts than at the person's own beginning", [Question, Baseline, Recent, Fall],
            (fields, severity, patience) => new ContactsFallingRule(
                severity, patience, QuestionOf<CountQuestion>(fields, "count"), fields.Get(Baseline), fields.Get(Recent), fields.Get(Fall))),
        Chosen(RuleNames.GoalStuck, "a goal whose rating doesn't rise", [Ratings],
            (fields, severity, patience) => new GoalStuckRule(severity, patience, fields.Get(Ratings))),
        Chosen(RuleNames.BarrierRepeated, "the same thing gets in the way again and again", [Question, Repeats, Within], Barrier),
        Chosen(RuleNames.WaveOverdue, "a wave's window closes without all its answers", [Wave, Before],
            (fields, severity, patience) => new WaveOverdueRule(severity, patience, WaveOf(fields), fields.Get(Before) ?? Period.Zero)),
    ];

    public static IShape<IReadOnlyList<AlertRule>> Shape { get; } = new MapShape<IReadOnlyList<AlertRule>>(
        "the alert rules", Rules, fields => [.. Rules.Select(fields.Get).OfType<AlertRule>()]);

    private static Key<AlertRule> Needed(string name, string what, IReadOnlyList<Key> thresholds, Func<Fields, Severity, Patience, AlertRule> make) =>
        Key.Required(name, ShapeOf(name, thresholds, make), what);

    private static Key<AlertRule> Chosen(string name, string what, IReadOnlyList<Key> thresholds, Func<Fields, Severity, Patience, AlertRule> make) =>
        Key.Optional(name, ShapeOf(name, thresholds, make), null, $"{what}; leave it out to do without");

    private static MapShape<AlertRule> ShapeOf(string name, IReadOnlyList<Key> thresholds, Func<Fields, Severity, Patience, AlertRule> make) => new(
        $"the rule {name}",
        [HowSevere, EscalateAfter, ByClock, .. thresholds],
        fields => make(fields, fields.Get(HowSevere), new Patience(fields.Get(EscalateAfter) ?? Period.Zero, fields.Get(ByClock))));

    /// <summary>Words that may mean danger wait for no working day, whoever wrote the definition.</summary>
    private static RiskPhraseRule Risk(Fields fields, Severity severity, Patience patience)
    {
        if (fields.IsSound(HowSevere) && severity != Severity.Urgent)
        {
            fields.Refuse(HowSevere, "words that may mean danger can't wait", "write 'urgent'");
        }

        if (!fields.IsFaulty(ByClock) && !patience.ByClock)
        {
            fields.Refuse(ByClock, "danger keeps no working hours", "write 'byClock: true'");
        }

        if (fields.IsSound(EscalateAfter) && patience.Wait.ToDuration() > Duration.FromDays(1))
        {
            fields.Refuse(EscalateAfter, $"{patience.Wait} is too long to leave somebody in danger alone", "write at most 'P1D', such as 'PT30M'");
        }

        return new RiskPhraseRule(severity, patience);
    }

    private static BarrierRepeatedRule Barrier(Fields fields, Severity severity, Patience patience)
    {
        string question = QuestionOf<ChoiceQuestion, ChoicesQuestion>(fields, "choice");
        (int times, int within) = (fields.Get(Repeats), fields.Get(Within));
        if (fields.IsSound(Repeats) && fields.IsSound(Within) && times > within)
        {
            fields.Refuse(Within, $"{times} times can't be in {within} check-ins", "make 'within' at least 'times'");
        }

        return new BarrierRepeatedRule(severity, patience, question, times, within);
    }

    private static string QuestionOf<T>(Fields fields, string type)
        where T : Question => QuestionOf<T, T>(fields, type);

    private static string QuestionOf<T1, T2>(Fields fields, string type)
        where T1 : Question
        where T2 : Question
    {
        string id = fields.Get(Question) ?? "";
        NamedQuestion.Check<T1, T2>(fields, Question, id, type);
        return id;
    }

    private static string WaveOf(Fields fields)
    {
        string id = fields.Get(Wave) ?? "";
        if (fields.IsSound(Wave) && fields.Reading.Waves is { } waves && !waves.Contains(id))
        {
            fields.Refuse(Wave, $"there is no wave {Words.Quote(id)}", Words.Suggest(id, [.. waves]));
        }

        return id;
    }
}
