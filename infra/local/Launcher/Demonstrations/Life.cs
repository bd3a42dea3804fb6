using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.SendGrid;
using NodaTime;
using NodaTime.Text;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>
/// Somebody of a cohort at their phone or their inbox. Whether they answer, when, and after how many questions they put the phone
/// away is drawn anew for each check-in; what they answer follows from their course.
/// </summary>
public sealed class Life : ILife
{
    private const string Worry = "I can't cope any more, I don't want to be here";
    private const string CallMe = "CALL ME";

    private static readonly DateTimeZone Home = DateTimeZoneProviders.Tzdb["Europe/London"];

    private readonly Person person;
    private readonly Course course;
    private readonly Chance chance;
    private readonly QuestionBook book;
    private readonly Mind mind;
    private readonly LocalDate enrolledOn;
    private readonly HashSet<string> said = [];
    private Asking? last;

    /// <param name="person">Who is <see cref="Behaviour.Living"/>.</param>
    /// <param name="seed">The cohort's.</param>
    /// <param name="book">The study's questions.</param>
    /// <param name="enrolledOn">The local day.</param>
    public Life(Person person, int seed, QuestionBook book, LocalDate enrolledOn)
    {
        (this.person, this.book, this.enrolledOn) = (person, book, enrolledOn);
        course = person.Course ?? throw new ArgumentException($"{person.Enrolment.Name} has no course to live.", nameof(person));
        chance = new Chance(seed, person.Enrolment.Phone, 0);
        mind = new Mind(course, chance);
    }

    /// <summary>How many check-ins they were asked, and how many of them they answered at all.</summary>
    public (int Asked, int Answered) Count { get; private set; }

    public Reply? ToText(string text, Instant now)
    {
        if (book.In(text, person.Enrolment.Language, course.Goals) is not var (question, goal))
        {
            return null;
        }

        Asking asking = Ask(book.IsOfWave(question), now);
        if (course.IsOver(asking.Day))
        {
            return course.Ending == Ending.OptsOut && said.Add("STOP") ? new Reply("STOP") : null;
        }

        if (!IsAnswered(asking, question.Id))
        {
            return null;
        }

        string words = question is TextQuestion && Unprompted(asking) is { } unprompted
            ? unprompted
            : Wording.InText(question, mind.Answer(question, goal, asking.Day, asking.Today, asking.Occasion), chance, asking.Occasion);
        return new Reply(words, asking.IsFirst ? Wait(asking) : Duration.Zero);
    }

    public Duration? ToEmail(Email email)
    {
        Asking asking = Ask(IsNineMonths(email.At), email.At);
        return !course.IsOver(asking.Day) && IsAnswered(asking, "") ? Wait(asking) : null;
    }

    public IReadOnlyList<KeyValuePair<string, string>>? InForm(string question, Instant now)
    {
        Asking asking = Placed(IsNineMonths(now), now);
        return book.Find(question) is { } known
            ? Wording.InForm(known, mind.Answer(known, null, asking.Day, asking.Today, asking.Occasion))
            : null;
    }

    /// <summary>What they tell an interviewer: every question of the questionnaire that is worth asking them.</summary>
    /// <returns>The value by question: one, several, or null where they'd rather not say.</returns>
    public IReadOnlyDictionary<string, object?> ToInterviewer(Questionnaire questionnaire, string wave, Instant now)
    {
        Asking asking = Placed(isWave: true, now);
        return questionnaire.Questions.ToDictionary(
            question => question.Id,
            question => mind.Answer(question, null, asking.Day, asking.Today, wave) switch
            {
                null => null,
                { } values when question is ChoicesQuestion => (object?)values,
                { } values => values[0],
            });
    }

    /// <summary>Notes that they are asked, and whether it is the first that they see of this check-in.</summary>
    private Asking Ask(bool isWave, Instant now)
    {
        Asking asking = Placed(isWave, now);
        bool isFirst = asking.Occasion != last?.Occasion;
        Count = isFirst ? (Count.Asked + 1, Count.Answered) : Count;
        return last = asking with { IsFirst = isFirst, IsAgain = last is { IsPutAway: true } && !isFirst, HasBegun = !isFirst && last!.HasBegun };
    }

    private Asking Placed(bool isWave, Instant now)
    {
        LocalDate today = now.InZone(Home).Date;
        IsoDayOfWeek weekday = Enum.Parse<IsoDayOfWeek>(person.Enrolment.CheckInDay ?? "thursday", ignoreCase: true);
        LocalDate begun = today.DayOfWeek == weekday ? today : today.Previous(weekday);
        return new Asking(isWave ? "nine-month" : LocalDatePattern.Iso.Format(begun), isWave, Period.DaysBetween(enrolledOn, today), today);
    }

    /// <summary>
    /// Decides whether they answer. Of check-ins that they answer most are answered when they come, some only after the reminder;
    /// now and then somebody breaks off and goes on when reminded, or doesn't.
    /// </summary>
    private bool IsAnswered(Asking asking, string question)
    {
        bool answers = asking.IsWave ? AnswersWave(asking) : AnswersWeek(asking, question);
        last = asking with { IsPutAway = !answers, HasBegun = asking.HasBegun || answers };
        Count = answers && !asking.HasBegun ? (Count.Asked, Count.Answered + 1) : Count;
        return answers;
    }

    private bool AnswersWave(Asking asking) =>
        course.AnswersNineMonthsAlone && (asking.IsAgain || asking.HasBegun || chance.Of("nine-month mood") < 0.7);

    private bool AnswersWeek(Asking asking, string question)
    {
        double mood = chance.Of($"{asking.Occasion} mood");
        if (asking.IsAgain)
        {
            return asking.HasBegun ? chance.Of($"{asking.Occasion} goes on") < 0.6 : mood < course.Keenness;
        }

        return asking.HasBegun ? chance.Of($"{asking.Occasion} {question} stays") >= 0.01 : mood < course.Keenness * 0.8;
    }

    /// <summary>Half answer at once, the others within some hours.</summary>
    private Duration Wait(Asking asking) =>
        chance.Of($"{asking.Occasion} wait") < 0.5 ? Duration.Zero : Duration.FromMinutes(chance.Between(30, 360, $"{asking.Occasion} minutes"));

    private string? Unprompted(Asking asking) =>
        course.CrisisOn <= asking.Day && said.Add(Worry) ? Worry
        : course.CallOn <= asking.Day && said.Add(CallMe) ? CallMe
        : null;

    private bool IsNineMonths(Instant now)
    {
        LocalDate due = enrolledOn.PlusMonths(9);
        LocalDate today = now.InZone(Home).Date;
        return today >= due && today <= due.PlusDays(6);
    }

    /// <param name="Occasion">Tells this check-in from others.</param>
    /// <param name="IsWave">Whether it is the nine-month questions.</param>
    /// <param name="Day">Days since enrolment.</param>
    /// <param name="Today">The local day.</param>
    private sealed record Asking(string Occasion, bool IsWave, int Day, LocalDate Today)
    {
        public bool IsFirst { get; init; }

        /// <summary>Whether they were asked before and put it away.</summary>
        public bool IsAgain { get; init; }

        public bool HasBegun { get; init; }

        public bool IsPutAway { get; init; }
    }
}
