using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Privacy;
using ConnectingPeople.Domain.Tests.Participants;
using CsCheck;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Privacy;

/// <summary>What an erasure leaves of a person's state.</summary>
public sealed class ErasingTests
{
    [Fact]
    public void Where_answers_stay_the_open_check_in_is_closed_with_its_codes_and_no_words()
    {
        Participant amira = AParticipant().InCheckIn().Having("getting there", "about four I think");

        Decision left = Erasing.Erase(amira, keepAnswers: true, At("2026-01-09T09:00Z"), TheStudy);

        CheckIn weekly = left.CheckIns.Single(checkIn => checkIn.Wave is null);
        Assert.Equal(CheckInStatus.Partial, weekly.Status);
        Assert.Equal([("goal", "3", null), ("people", "4", null)], weekly.Answers.Select(answer => (answer.Question, answer.Value, answer.Raw)));
        Assert.Equal(("mental-health", "north", ""), (Domain.Words.Of(left.Person.Profile.ClientGroup), left.Person.Profile.AgencyId, left.Person.Profile.Practitioner));
    }

    [Fact]
    public void Where_the_consent_sends_answers_away_nothing_says_what_the_person_was_like()
    {
        Participant amira = AParticipant();
        amira = amira with { Profile = amira.Profile with { ClientGroup = ClientGroup.LearningDisability, AgeBand = "25-34", Gender = "woman", Language = "en-GB-easy", Channel = Channel.Email } };

        Decision left = Erasing.Erase(amira, keepAnswers: false, At("2026-01-09T09:00Z"), TheStudy);

        Profile profile = left.Person.Profile;
        Assert.Empty(left.CheckIns);
        Assert.Equal((null, null, "", "", default(ClientGroup), default(Channel)), (profile.AgeBand, profile.Gender, profile.Practitioner, profile.Language, profile.ClientGroup, profile.Channel));
        Assert.Equal((new LocalDate(2026, 1, 2), "1"), (profile.Consent.GivenOn, profile.Consent.Version));
    }

    [Fact]
    public void Whatever_was_stored_nothing_goes_out_any_more_and_to_erase_again_changes_nothing() =>
        Gen.Select(AnyState.Participants, Gen.Bool).Sample((any, keep) =>
        {
            Decision left = Erasing.Erase(any, keep, At("2026-03-01T09:00Z"), TheStudy);

            Assert.Empty(left.Send);
            Assert.Empty(left.Person.Outbox);
            Assert.Empty(left.Person.Goals);
            Assert.Empty(left.Person.Alerts);
            Assert.False(left.Person.MayBeWrittenTo);
            Assert.Equal(any.ErasedAt ?? At("2026-03-01T09:00Z"), left.Person.ErasedAt);
            Assert.Null(Waking.Next(left, At("2026-03-01T09:00Z"), TheStudy));
            Assert.Equal(
                ParticipantJson.Write(left.Person), ParticipantJson.Write(Erasing.Erase(left.Person, keep, At("2026-04-01T09:00Z"), TheStudy).Person));
        });

    [Fact]
    public void Somebody_who_left_long_ago_stays_in_the_study_without_the_words_of_their_goals()
    {
        Participant amira = Pausing.Withdraw(new Decision(AParticipant()), At("2026-01-09T09:00Z")).Person;

        Participant left = Erasing.MakeNameless(amira, At("2027-01-09T09:00Z")).Person;

        Assert.Equal([("g1", "")], left.Goals.Select(goal => (goal.Id, goal.Text)));
        Assert.Equal((Status.Withdrawn, amira.StatusAt, amira.Profile), (left.Status, left.StatusAt, left.Profile));
        Assert.Equal((At("2027-01-09T09:00Z"), null), (left.NamelessSince, left.ErasedAt));
    }
}
