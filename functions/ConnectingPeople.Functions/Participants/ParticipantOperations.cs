using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.OpenApi;
using ConnectingPeople.Functions.Privacy;
using ConnectingPeople.Functions.Requests;

namespace ConnectingPeople.Functions.Participants;

/// <summary>What the OpenAPI document says of participants.</summary>
internal static class ParticipantOperations
{
    public static IReadOnlyList<Operation> All { get; } = [.. Enrolment(), .. People(), .. Changes(), .. Pages()];

    private static IEnumerable<Operation> Enrolment() =>
    [
        new("EnrolParticipant", "Enrol a person")
        {
            Description = "Practitioners enrol their own. A number or address that is enrolled already is refused with 409.",
            Roles = [Role.Practitioner, Role.Administrator],
            Takes = Content.Json<EnrolRequest>(),
            Answers = [new Reply(201, "Enrolled", Content.Json<EnrolledParticipant>()) { HasLocation = true }],
            Refuses = [409],
        },
        new("ImportParticipants", "Enrol people from a file")
        {
            Description = "CSV in UTF-8, its first row the columns, up to 2,000 people: all rows or none, and every cell that is wrong is named. Goals are apart by |. "
                + "409 names rows whose people somebody else enrolled meanwhile; all others are enrolled then.",
            Roles = [Role.Administrator],
            Takes = new Content("text/csv"),
            Answers = [Reply.Ok<ImportedParticipants>("All are enrolled")],
            Refuses = [409],
        },
    ];

    private static IEnumerable<Operation> People() =>
    [
        new("ListParticipants", "The participants that one may see")
        {
            Description = "Practitioners see their own, supervisors their agency's, administrators all.",
            Roles = [Role.Practitioner, Role.Supervisor, Role.Administrator],
            Query = [QueryField.After],
            Answers = [Reply.Ok<Listing<ParticipantSummary>>("Part of the participants")],
        },
        new("GetParticipant", "One participant with goals, check-ins, alerts and messages")
        {
            Roles = [Role.Practitioner, Role.Supervisor, Role.Administrator],
            Description = "Of somebody who was erased an administrator has the note of it; for all others there is nobody of that id.",
            Answers = [new Reply(200, "The participant", new Content("application/json", typeof(ParticipantDetail), typeof(ErasedParticipant)))],
            Refuses = [404],
        },
    ];

    private static IEnumerable<Operation> Changes() =>
    [
        Change<PauseRequest>("PauseParticipant", "Pause messages to a person") with { TakesNothingToo = true },
        Change<ResumeRequest>("ResumeParticipant", "Start messages to a person again") with { TakesNothingToo = true },
        Change<GoalRequest>("AddGoal", "Add a goal"),
        Change<HandOverRequest>("HandOverParticipant", "Hand a person over to another practitioner") with
        {
            Description = "The practitioner is told of alerts that nobody acknowledged.",
            Roles = [Role.Supervisor, Role.Administrator],
        },
        Change<GoalRequest>("WithdrawParticipant", "End a person's time in the study") with { Takes = null },
    ];

    private static IEnumerable<Operation> Pages() =>
    [
        Operation.Page("GetCaseloadPage", "Page: everybody, who needs somebody first", Role.Practitioner, Role.Supervisor, Role.Administrator),
        Operation.Form("PickFromCaseload", "Form: look for somebody without the words standing in an address", Role.Practitioner, Role.Supervisor, Role.Administrator) with { Refuses = [] },
        Operation.Page("GetEnrolPage", "Page: enrol a person", Role.Practitioner, Role.Administrator),
        Operation.Form("EnrolOnPage", "Form: enrol a person, after a look at their first message", Role.Practitioner, Role.Administrator) with
        {
            Answers = [Reply.Html("What was filled in, to be changed, or the first message as they will get it"), Reply.GoOn],
            Refuses = [409],
        },
        Operation.Page("GetParticipantPage", "Page: one participant", Role.Practitioner, Role.Supervisor, Role.Administrator) with { Refuses = [404] },
        Operation.Page("GetWithdrawPage", "Page: asks whether a person leaves", Role.Practitioner, Role.Administrator) with { Refuses = [404] },
        Form("PauseOnPage", "Form: pause messages to a person"),
        Form("ResumeOnPage", "Form: start messages to a person again"),
        Form("WithdrawOnPage", "Form: end a person's time in the study"),
        Form("AddGoalOnPage", "Form: add a goal"),
        Form("AddNoteOnPage", "Form: add a note"),
    ];

    private static Operation Change<TRequest>(string function, string summary) => new(function, summary)
    {
        Roles = [Role.Practitioner, Role.Administrator],
        Takes = Content.Json<TRequest>(),
        Answers = [Reply.Ok<ParticipantSummary>("The participant as they are now")],
        Refuses = [404, 409],
    };

    private static Operation Form(string function, string summary) =>
        Operation.Form(function, summary, Role.Practitioner, Role.Administrator) with { Refuses = [404, 409] };
}
