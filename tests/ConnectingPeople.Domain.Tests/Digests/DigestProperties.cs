using ConnectingPeople.Domain.Digests;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Tests.Support;
using CsCheck;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Digests;

/// <summary>What holds of the digest of any caseload, whatever happened to its people.</summary>
public sealed class DigestProperties
{
    private static readonly string[] Answers = ["", "", "goal=1", "goal=3 people=2", "new-person=yes", "activity=yes goal=2", "barrier=money"];

    private static readonly Gen<(Participant[] People, DigestWeek Week)> Caseloads = Gen.Select(
        Course.Any.Select(course => course.Play().Last().Decision.Person).Array[0, 6],
        Gen.Int[0, 120],
        (people, days) => (
            people.Select((person, place) => person with { Id = ParticipantId.From((uint)place) }).ToArray(), new DigestWeek(new LocalDate(2026, 1, 1).PlusDays(days))));

    [Fact]
    public void Everybody_of_the_caseload_is_told_of_or_counted_once_and_nobody_else() =>
        Caseloads.Sample(
            caseload =>
            {
                Digest digest = Digest.Of(caseload.People, caseload.Week, TheStudy);

                List<ParticipantId> told = [.. digest.ToTalkAbout.Concat(digest.Others).Select(person => person.Id)];
                Assert.Equal(told.Count, told.Distinct().Count());
                Assert.All(told, id => Assert.Contains(caseload.People, person => person.Id == id));
                Assert.InRange(digest.People, told.Count, caseload.People.Length);
                Assert.All(digest.ToTalkAbout.Concat(digest.Others), person => Assert.NotEmpty(person.Lines));
            },
            iter: 500);

    /// <summary>What came of the last weeks, the latest last.</summary>
    private static readonly Gen<string[]> SomeWeeks = Gen.Int[0, Answers.Length - 1].Select(place => Answers[place]).Array[0, 12];

    [Fact]
    public void Everybody_who_is_quiet_or_misses_a_sign_is_someone_to_talk_about()
    {
        int quiet = 0, missing = 0;
        SomeWeeks.Sample(
            weeks =>
            {
                IReadOnlyList<PersonDigest> told = Digest.Of([Weeks.WithWeeks(weeks)], Weeks.TheWeek, TheStudy).ToTalkAbout;

                bool isQuiet = weeks.Length >= 2 && weeks.TakeLast(2).All(week => week.Length == 0);
                bool isMissing = !weeks.TakeLast(8).Any(week => week.Contains("new-person", StringComparison.Ordinal));
                Assert.Equal(isQuiet, Has(told, DigestTopic.Quiet, "No answer"));
                Assert.Equal(isMissing, Has(told, DigestTopic.NoSign, "a new contact"));
                Interlocked.Add(ref quiet, isQuiet ? 1 : 0);
                Interlocked.Add(ref missing, isMissing ? 1 : 0);
            },
            iter: 2_000);
        Assert.True(quiet > 50 && missing > 50, $"the generator reaches both: {quiet} quiet, {missing} missing");
    }

    private static bool Has(IReadOnlyList<PersonDigest> people, DigestTopic topic, string words) =>
        people.SelectMany(person => person.Lines).Any(line => line.Topic == topic && line.Text.Contains(words, StringComparison.Ordinal));
}
