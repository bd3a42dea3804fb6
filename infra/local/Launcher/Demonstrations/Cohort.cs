using System.Globalization;
using ConnectingPeople.Domain.Agencies;
using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Study;

namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>A cohort as it was drawn from a seed: who is enrolled when, and how the months of each go. The same seed draws the same.</summary>
/// <param name="Size">How large.</param>
/// <param name="Seed">What it was drawn from.</param>
/// <param name="Who">Agencies and people, those first who are enrolled first.</param>
public sealed record Cohort(CohortSize Size, int Seed, Demonstration Who)
{
    private static readonly string[] AgeBands = ["18-24", "25-34", "35-44", "45-54", "55-64", "65+"];
    private static readonly string[] Genders = ["woman", "man", "woman", "man", "non-binary"];
    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly string[] Times = ["11:00", "11:00", "14:00", "18:00"];

    /// <summary>Draws a cohort.</summary>
    public static Cohort Draw(CohortSize size, int seed)
    {
        IReadOnlyList<Agency> agencies = CohortAgencies.All;
        (Agency Agency, Staff Practitioner)[] caseloads =
        [
            .. agencies.SelectMany(agency => agency.Practitioners.Select(member => (Agency: agency, Practitioner: member)))
                .OrderBy(caseload => new Chance(seed, caseload.Practitioner.Email, 0).Of("order")),
        ];
        Draft[] drafts = [.. Enumerable.Range(0, size.People).Select(place =>
        {
            (Agency agency, Staff practitioner) = caseloads[place % caseloads.Length];
            Chance chance = new(seed, PhoneOf(place), 0);
            return new Draft(place, chance, agency, practitioner, CohortAgencies.FidelityOf(agency));
        })];
        Dictionary<int, Ending> endings = Attrition.Draw([.. drafts.Select(draft => (draft.Chance, draft.Fidelity))], size.People - size.Followed);
        IReadOnlyList<Course> courses = Courses.Balance(
            [.. drafts.Select(draft => Courses.Draw(draft.Chance, draft.Fidelity, endings.GetValueOrDefault(draft.Place, Ending.Stays), hasOneGoal: IsByEmail(draft, endings)))]);
        IEnumerable<Person> people = drafts.Select(draft => PersonOf(draft, size, courses[draft.Place], IsByEmail(draft, endings)));
        return new Cohort(size, seed, new Demonstration(agencies, [.. people.OrderBy(person => person.Day).ThenBy(person => person.Enrolment.Phone, StringComparer.Ordinal)]));
    }

    private static string PhoneOf(int place) => string.Create(CultureInfo.InvariantCulture, $"+447700900{place + 1:000}");

    /// <summary>Some have check-ins by email; who will send STOP does so from a phone.</summary>
    private static bool IsByEmail(Draft draft, Dictionary<int, Ending> endings) =>
        endings.GetValueOrDefault(draft.Place) != Ending.OptsOut && draft.Chance.Of("channel") < 0.08;

    private static Person PersonOf(Draft draft, CohortSize size, Course course, bool isByEmail)
    {
        (Chance chance, Agency agency) = (draft.Chance, draft.Agency);
        string name = CohortNames.Of(draft.Place);
        bool hasLearningDisability = agency.Name.Contains("Learning", StringComparison.Ordinal) || chance.Of("group") < 0.15;
        Enrolment enrolment = new(
            PhoneOf(draft.Place), name, agency, hasLearningDisability ? "learning-disability" : "mental-health", course.Goals[0].Text,
            isByEmail ? $"{name.ToLowerInvariant().Replace(' ', '.')}@example.org" : null)
        {
            Practitioner = draft.Practitioner,
            Language = chance.Of("language") < (hasLearningDisability ? 0.7 : 0.06) ? "en-GB-easy" : "en-GB",
            AgeBand = chance.Of("age said") < 0.05 ? null : chance.OneOf("age", AgeBands),
            Gender = chance.Of("gender said") < 0.05 ? null : chance.OneOf("gender", Genders),
            CheckInDay = chance.OneOf("day", Days),
            CheckInTime = chance.OneOf("time", Times),
        };
        return new Person(enrolment, Behaviour.Living, WorkingDay(chance.Between(0, size.EnrolmentDays - 1, "enrolled")), course);
    }

    /// <summary>Nobody is enrolled at a weekend; the demonstration begins on a Monday.</summary>
    private static int WorkingDay(int day) => day % 7 >= 5 ? day - (day % 7) + 4 : day;

    private sealed record Draft(int Place, Chance Chance, Agency Agency, Staff Practitioner, FidelityLevel Fidelity);
}
