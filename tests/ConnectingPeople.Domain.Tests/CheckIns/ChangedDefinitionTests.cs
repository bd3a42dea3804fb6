using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using ConnectingPeople.Domain.Studies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.CheckIns;

/// <summary>A new definition comes while people are in the middle of what the old one asked.</summary>
public sealed class ChangedDefinitionTests
{
    private static readonly Study Renamed = TheStudy with
    {
        Questionnaires = TheStudy.Questionnaires.Where(questionnaire => questionnaire.Key != "weekly").ToDictionary(),
    };

    [Fact]
    public void A_cry_for_help_is_heard_in_a_check_in_whose_questions_are_gone() =>
        Assert.Contains(Replying.Decide(AParticipant().InCheckIn(), Sms("i want to die"), Renamed).Alerts, alert => alert.Rule == RuleNames.RiskPhrase);

    [Fact]
    public void A_stop_is_heeded_in_a_check_in_whose_questions_are_gone() =>
        Assert.Equal(OptIn.Out, Replying.Decide(AParticipant().InCheckIn(), Sms("stop"), Renamed).Person.OptIn);

    [Fact]
    public void A_person_is_woken_in_a_check_in_whose_questions_are_gone_and_not_reminded()
    {
        Study none = TheStudy with { Questionnaires = new Dictionary<string, Questionnaire>() };

        Decision woken = Waking.Decide(AParticipant().InCheckIn(), At("2026-01-09T11:00Z"), none);

        Assert.Empty(woken.Send);
        Assert.Equal((0, 0), (WaveProgress.Of(woken.Person, TheStudy.Waves[0], null, none).Missing, WaveProgress.Of(woken.Person, TheStudy.Waves[0], null, none).Questions));
    }

    [Theory]
    [InlineData("baseline", "2026-01-06T09:00Z", "2026-03-16T09:00Z")]
    [InlineData("nine-month", "2026-10-01T09:00Z", "2026-10-12T11:00Z")]
    public void A_wave_that_falls_due_later_is_not_asked_again(string wave, string interviewed, string later)
    {
        WaveDefinition known = TheStudy.Waves.Single(definition => definition.Id == wave);
        Dictionary<string, InterviewValue?> said = new() { ["people"] = new InterviewValue("3", null) };
        Participant amira = Interviewing.Take(new Decision(AParticipant()), known, null, said, At(interviewed), TheStudy).Decision.Assessed(interviewed).Person;
        Study next = TheStudy with { Waves = [.. TheStudy.Waves.Select(definition => definition.Id == wave ? definition with { Due = definition.Due + Period.FromDays(7) } : definition)] };
        amira = Waking.Decide(amira, At(interviewed), next).Person;

        Decision woken = Waking.Decide(amira with { CheckIns = [] }, At(later), next);

        Assert.DoesNotContain(woken.CheckIns, checkIn => checkIn.Wave == wave);
        Assert.Equal($"{wave}-{Occurrences.DayOf(known.Due, amira.Profile):uuuu-MM-dd}", Interviewing.IdOf(woken.Person, next.Waves.Single(definition => definition.Id == wave)));
        Assert.True(Waking.Next(woken, At(later), next) > At(later) + Duration.FromMinutes(1));
    }

    [Fact]
    public void A_schedule_that_is_added_begins_now()
    {
        Participant amira = AParticipant().InCheckIn().Woken("2026-08-06T11:00Z");
        Study next = TheStudy with { CheckIns = [.. TheStudy.CheckIns, TheStudy.CheckIns[0] with { Id = "mood", EveryDays = 2, On = null, At = new LocalTime(15, 0) }] };

        Decision woken = Waking.Decide(amira, At("2026-08-11T15:00Z"), next);

        Assert.DoesNotContain(woken.CheckIns, checkIn => checkIn.Id.StartsWith("mood-", StringComparison.Ordinal) && checkIn.Status == CheckInStatus.Cancelled);
    }

    [Fact]
    public void A_long_outage_is_caught_up_with_in_pieces_that_can_be_stored()
    {
        Study daily = TheStudy with { CheckIns = [TheStudy.CheckIns[0] with { EveryDays = 1, On = null }] };
        Participant amira = AParticipant();
        Instant now = At("2026-08-06T11:00Z");
        List<string> cancelled = [];
        for (int woken = 0; woken < 10; woken++)
        {
            Decision decision = Waking.Decide(amira, now, daily);
            Assert.InRange(decision.CheckIns.Count, 0, 45);
            cancelled.AddRange(decision.CheckIns.Where(checkIn => checkIn.Status == CheckInStatus.Cancelled).Select(checkIn => checkIn.Id));
            amira = decision.Person;
            if (decision.Send.Count > 0)
            {
                break;
            }

            now = Waking.Next(decision, now, daily)!.Value;
        }

        Assert.InRange(cancelled.Count, 200, 220);
        Assert.Equal(cancelled.Count, cancelled.Distinct().Count());
        Assert.Equal("weekly-2026-08-06", amira.Talking);
    }
}
