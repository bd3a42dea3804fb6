using System.Globalization;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.Participants;

/// <summary>What a participant's page reckons from what is stored: where they stand, what comes next, and their numbers over time.</summary>
public sealed class ParticipantCourse(WholeParticipant whole, Study study, Instant now)
{
    private readonly Participant person = whole.Person;

    private readonly DateTimeZone zone = whole.Person.Profile.Zone();

    /// <summary>Where they stand, in a few words.</summary>
    public string Standing => StandingWords.Of(Standings.Of(person));

    /// <summary>The colour of the tag that says <see cref="Standing"/>.</summary>
    public string StandingColour => StandingWords.Colour(Standings.Of(person));

    /// <summary>When the next check-in comes, or why none does.</summary>
    public string NextCheckIn => person switch
    {
        { Status: Status.Withdrawn } => "None: they have left the study.",
        { OptIn: OptIn.Out } => "None: they asked us to stop. Their own START, or consent that you record, changes that.",
        { Unreachable: not null } => "None: messages don't reach this number. Check it with them.",
        { Conversation: { } talking } => $"Under way since {Moment.Full(talking.SentAt ?? talking.DueAt, zone)}",
        { Status: Status.Paused, PausedUntil: null } => "None until the pause is ended.",
        { Status: Status.Paused, PausedUntil: { } end } => Next(Instant.Max(end, now)),
        _ => Next(now),
    };

    /// <summary>When check-ins come.</summary>
    public string Rhythm => string.Join(", ", study.CheckIns.Select(schedule =>
        $"{(schedule.On is null ? $"every {schedule.EveryDays} days" : $"{person.Profile.CheckInDay ?? schedule.On}s")} at {Moment.Time(Occurrences.TimeOf(schedule, person.Profile))}"));

    /// <summary>The day in the person's own zone.</summary>
    public LocalDate Day(Instant at) => at.InZone(zone).Date;

    /// <summary>How a goal was rated, oldest first.</summary>
    public IReadOnlyList<ChartPoint> RatingsOf(string goal) => Numbers(checkIn => checkIn.Goal == goal, question => question.AboutGoal);

    /// <summary>The answers to a question that recurs, oldest first.</summary>
    public IReadOnlyList<ChartPoint> AnswersTo(string question) => Numbers(_ => true, asked => asked.Id == question);

    /// <summary>The scale that goals are rated on.</summary>
    public ScaleQuestion? GoalScale => Questions().OfType<ScaleQuestion>().FirstOrDefault(question => question.AboutGoal);

    /// <summary>The question of that id in what recurs; null when the study doesn't ask it.</summary>
    public Question? Asked(string id) => Questions().FirstOrDefault(question => question.Id == id);

    private string Next(Instant from) => study.CheckIns.Count == 0
        ? "None: the study has no check-ins."
        : Moment.Full(study.CheckIns.Min(schedule => NextOf(schedule, from)), zone);

    private Instant NextOf(CheckInSchedule schedule, Instant from) =>
        Occurrences.At(Occurrences.Next(schedule, person.Profile, from), Occurrences.TimeOf(schedule, person.Profile), person.Profile);

    private IEnumerable<Question> Questions() => study.CheckIns.SelectMany(schedule => study.Questionnaires[schedule.Questionnaire].Questions);

    private List<ChartPoint> Numbers(Func<CheckIn, bool> isOf, Func<Question, bool> isAsked) =>
    [
        .. from checkIn in whole.CheckIns
           where isOf(checkIn)
           from answer in checkIn.Answers
           where study.QuestionnaireOf(checkIn)?.Find(answer.Question) is { } question && isAsked(question)
           where answer.Outcome == AnswerOutcome.Answered && int.TryParse(answer.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
           orderby answer.At
           select new ChartPoint(Day(answer.At), int.Parse(answer.Value!, CultureInfo.InvariantCulture), answer.Label),
    ];
}
