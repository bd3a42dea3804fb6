using ConnectingPeople.Domain.CheckIns;
using CsCheck;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.CheckIns;

/// <summary>What is remembered of earlier check-ins comes back as it was, whatever an option is called, and doesn't grow for ever.</summary>
public sealed class PastCheckInsTests
{
    private static readonly Gen<string> OptionValue = Gen.OneOf(
        Gen.String[Gen.Char[' ', '~'], 1, 40],
        Gen.String[1, 10],
        Gen.OneOf("|", " ", "=", "%", "%7C", "a|b=c d", "weekly-2026-01-08 Missed 0  ", "é🎉", "\u2028", "+", "&nine-month ", " nine-month "))
        .Where(value => !value.Contains(';') && value.Length > 0 && System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(value)) == value);

    private static readonly Gen<CheckIn> Ended = Gen.Select(
        Gen.Int[0, 400], Gen.OneOf(CheckInStatus.Completed, CheckInStatus.Partial, CheckInStatus.Missed, CheckInStatus.Undelivered),
        Gen.OneOf((string?)null, "baseline", "nine-month"), Gen.OneOf((string?)null, "g1", "g12"), OptionValue,
        (day, status, wave, goal, value) => new CheckIn
        {
            Id = $"{wave ?? "weekly"}-{new LocalDate(2026, 1, 8).PlusDays(day):uuuu-MM-dd}",
            Questionnaire = "weekly",
            Version = 1,
            Wave = wave,
            Goal = goal,
            DueAt = default,
            ClosesAt = At("2026-01-11T11:00Z") + Duration.FromDays(day),
            Status = status,
            Answers = [new Answer("barrier", AnswerOutcome.Answered, value, "a label", "raw", 1, default)],
        });

    [Fact]
    public void What_was_remembered_is_read_back() => Ended.List[0, 8].Sample(list =>
    {
        PastCheckIns past = list.Aggregate(PastCheckIns.None, (soFar, ended) => soFar.With(ended, TheStudy));

        PastCheckIns read = new(past.Text);

        List<CheckIn> distinct = [.. list.GroupBy(ended => ended.Id).Select(same => same.Last())];
        Assert.Equal(distinct.Select(ended => ended.Id), read.All.Select(one => one.Id));
        Assert.Equal(distinct.Select(ended => (ended.Status, ended.Wave, ended.Goal, ended.ClosesAt)), read.All.Select(one => (one.Status, one.Wave, one.Goal, one.EndedAt)));
        Assert.Equal(distinct.Select(ended => ended.Answers[0].Value), read.All.Select(one => one.Choices("barrier").Single()));
        CheckIn? last = distinct.LastOrDefault(ended => ended.Wave is null);
        Assert.All(Enum.GetValues<CheckInStatus>(), status => Assert.Equal(last?.Status == status ? last.Id : null, read.LastIf(status)?.Id));
        Assert.Equal(distinct.LastOrDefault(ended => ended.Wave == "nine-month")?.Id, read.Wave("nine-month")?.Id);
    });

    [Fact]
    public void It_survives_being_stored_with_the_person() => Ended.List[0, 4].Sample(list =>
    {
        PastCheckIns past = list.Aggregate(PastCheckIns.None, (soFar, ended) => soFar.With(ended, TheStudy));

        Assert.Equal(past, Domain.Participants.ParticipantJson.ReadParticipant(Domain.Participants.ParticipantJson.Write(AParticipant() with { Past = past })).Past);
    });

    [Fact]
    public void Of_more_than_104_the_first_ten_and_the_latest_stay()
    {
        PastCheckIns past = Enumerable.Range(0, 120).Aggregate(PastCheckIns.None, (soFar, week) => soFar.With(Weekly(week, "1"), TheStudy));

        Assert.Equal(
            Enumerable.Range(0, 10).Concat(Enumerable.Range(26, 94)).Select(week => Weekly(week, "1").Id),
            past.All.Select(one => one.Id));
    }

    [Fact]
    public void One_that_changed_after_its_end_takes_its_own_place()
    {
        PastCheckIns past = PastCheckIns.None.With(Weekly(0, "1"), TheStudy).With(Weekly(1, "1"), TheStudy).With(Weekly(0, "3"), TheStudy);

        Assert.Equal([3, 1], past.All.Select(one => one.Number("goal")));
    }

    [Fact]
    public void A_persons_own_words_are_never_remembered()
    {
        CheckIn spoken = Weekly(0, "1") with
        {
            Answers =
            [
                new Answer("anything-else", AnswerOutcome.Answered, "my sister", null, "my sister", 1, default),
                new Answer("anything-else", AnswerOutcome.Answered, "yes", null, "yes", 1, default),
                new Answer("goal", AnswerOutcome.Refused, null, null, "rather not", 1, default),
                new Answer("gone-question", AnswerOutcome.Answered, "words", null, "words", 1, default),
            ],
        };

        Assert.Empty(PastCheckIns.None.With(spoken, TheStudy).All.Single().Answers);
    }

    [Fact]
    public void Several_choices_are_read_apart()
    {
        CheckIn named = Weekly(0, "1") with { Answers = [new Answer("barrier", AnswerOutcome.Answered, "money;travel", "money, travel", "1 2", 1, default)] };

        Assert.Equal(["money", "travel"], PastCheckIns.None.With(named, TheStudy).All.Single().Choices("barrier"));
    }

    private static CheckIn Weekly(int week, string rating) => new()
    {
        Id = $"weekly-{new LocalDate(2026, 1, 8).PlusWeeks(week):uuuu-MM-dd}",
        Questionnaire = "weekly",
        Version = 1,
        DueAt = default,
        ClosesAt = default,
        Status = CheckInStatus.Completed,
        Answers = [new Answer("goal", AnswerOutcome.Answered, rating, null, rating, 1, default)],
    };
}
