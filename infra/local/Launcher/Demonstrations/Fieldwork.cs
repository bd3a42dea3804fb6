using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Simulator;
using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Study;
using NodaTime;
using NodaTime.Text;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>What staff and researchers do in a cohort's days: they enrol, interview, assess, set goals and record who leaves.</summary>
public sealed class Fieldwork(Cohort cohort, PhoneSimulator simulator, QuestionBook book, LocalDate start, TextWriter output)
{
    private const string Baseline = "baseline";
    private const string NineMonth = "nine-month";

    private readonly Dictionary<Person, Life> lives = [];

    /// <summary>Who is enrolled so far.</summary>
    public IReadOnlyCollection<Life> Lives => lives.Values;

    /// <summary>Those who are enrolled and haven't gone by a day.</summary>
    public int StillThereOn(LocalDate day) => lives.Keys.Count(person => !person.Course!.IsOver(Period.DaysBetween(EnrolledOn(person), day)));

    /// <summary>Does all that a day asks for.</summary>
    /// <returns>Whether the cohort could be enrolled; it can't where the storage holds it already.</returns>
    public async Task<bool> DayAsync(LocalDate today, CancellationToken cancellation)
    {
        int day = Period.DaysBetween(start, today);
        foreach (Agency agency in cohort.Who.Agencies)
        {
            await TellAsync(await simulator.Enrolling.EnterAsync(agency, cancellation), agency.Name);
        }

        foreach (Person person in cohort.Who.People.Where(person => person.Day == day))
        {
            if (!await EnrolAsync(person, today, cancellation))
            {
                return false;
            }
        }

        foreach (Agency agency in cohort.Who.Agencies.Where(_ => cohort.Size.Visits.Contains(day)))
        {
            await AssessAsync(agency, today, cancellation);
        }

        foreach (Person person in lives.Keys)
        {
            await LookAfterAsync(person, today, cancellation);
        }

        return true;
    }

    private LocalDate EnrolledOn(Person person) => start.PlusDays(person.Day);

    private async Task<bool> EnrolAsync(Person person, LocalDate today, CancellationToken cancellation)
    {
        Life life = new(person, cohort.Seed, book, today);
        simulator.Lives.Begin(life, person.Enrolment.Phone, person.Enrolment.Email);
        if (!await person.EnrolAsync(simulator, output, cancellation))
        {
            return false;
        }

        lives.Add(person, life);
        return true;
    }

    private async Task LookAfterAsync(Person person, LocalDate today, CancellationToken cancellation)
    {
        Course course = person.Course!;
        int day = Period.DaysBetween(EnrolledOn(person), today);
        if (day == course.EndsOn)
        {
            await LeaveAsync(person, cancellation);
        }

        if (day == course.PausedOn)
        {
            await CallAsync(HttpMethod.Post, person, "pause", new { }, cancellation);
        }

        if (course.IsOver(day))
        {
            return;
        }

        foreach (GoalCourse goal in course.Goals.Where(goal => goal.From == day))
        {
            await CallAsync(HttpMethod.Post, person, "goals", new { text = goal.Text }, cancellation);
        }

        if (day == course.BaselineAfter)
        {
            await InterviewAsync(person, Baseline, cancellation);
        }

        if (!course.AnswersNineMonthsAlone && today == EnrolledOn(person).PlusMonths(9).PlusDays(course.InterviewedAfter))
        {
            await InterviewAsync(person, NineMonth, cancellation);
        }
    }

    private async Task LeaveAsync(Person person, CancellationToken cancellation)
    {
        switch (person.Course!.Ending)
        {
            case Ending.Withdraws:
                await CallAsync(HttpMethod.Post, person, "withdraw", new { }, cancellation);
                break;
            case Ending.NumberDies:
                simulator.Phones.Behaving(person.Enrolment.Phone, Behaviour.NoSuchNumber);
                break;
        }
    }

    private async Task InterviewAsync(Person person, string wave, CancellationToken cancellation)
    {
        Questionnaire questionnaire = book.Study.Questionnaires[book.Study.Waves.First(known => known.Id == wave).Questionnaire];
        Instant now = await simulator.Clock.NowAsync(cancellation);
        object body = new { answers = lives[person].ToInterviewer(questionnaire, wave, now) };
        await CallAsync(HttpMethod.Put, person, $"waves/{wave}/answers", body, cancellation);
    }

    private async Task AssessAsync(Agency agency, LocalDate today, CancellationToken cancellation)
    {
        Chance chance = new(cohort.Seed, agency.Id, 0);
        FidelityForm[] forms = [.. FidelityVisit.Of(CohortAgencies.FidelityOf(agency), book.Study.Fidelity, today, chance)];
        if (forms.Length > 0)
        {
            var assessments = forms.Select(form => new { form.Id, on = LocalDatePattern.Iso.Format(form.On), source = Domain.Words.Of(form.Source), form.Scores });
            StudyAnswer answer = await simulator.Api.CallAsync(
                HttpMethod.Put, $"/api/agencies/{agency.Id}/fidelity", StudyApi.Researcher, new { assessments }, cancellation);
            await TellAsync(answer.Trouble, agency.Name);
        }
    }

    private async Task CallAsync(HttpMethod method, Person person, string what, object body, CancellationToken cancellation)
    {
        string practitioner = $"local-practitioner:{person.Enrolment.Practitioner!.Email}";
        string id = simulator.Phones.At(person.Enrolment.Phone).ParticipantId!;
        StudyAnswer answer = await simulator.Api.CallAsync(method, $"/api/participants/{id}/{what}", practitioner, body, cancellation);
        await TellAsync(answer.Trouble, person.Enrolment.Name);
    }

    private async Task TellAsync(string? trouble, string about)
    {
        if (trouble is not null)
        {
            await output.WriteLineAsync($"  {about}: {trouble}");
        }
    }
}
