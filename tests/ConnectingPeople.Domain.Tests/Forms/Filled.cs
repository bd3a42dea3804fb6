using ConnectingPeople.Domain.Alerts;
using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Replies;
using static ConnectingPeople.Domain.Tests.Support.Given;

namespace ConnectingPeople.Domain.Tests.Forms;

/// <summary>The form of the weekly check-in, filled in at noon.</summary>
internal static class Filled
{
    internal const string Weekly = "weekly-2026-01-08";

    internal static readonly Instant Noon = At("2026-01-08T12:00Z");

    internal static CheckIn OpenWeekly(Participant person) => person.CheckIns.Single(checkIn => checkIn.Id == Weekly);

    internal static FormResult Answer(Participant person, string question, string entered) =>
        FormAnswering.Answer(new Decision(person), Weekly, question, [entered], Noon, TheStudy);

    internal static Participant Answered(Participant person, params (string Question, string Value)[] answers) =>
        answers.Aggregate(person, (soFar, answer) => Answer(soFar, answer.Question, answer.Value).Decision.Person);

    internal static Participant All(Participant person) =>
        Answered(person, ("goal", "3"), ("people", "4"), ("new-person", "yes"), ("activity", "yes"), ("connected", "5"), ("anything-else", "Good"));
}
