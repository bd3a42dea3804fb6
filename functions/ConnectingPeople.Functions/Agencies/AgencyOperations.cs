using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.OpenApi;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Agencies;

/// <summary>What the OpenAPI document says of agencies, their staff and their fidelity.</summary>
internal static class AgencyOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("SaveAgency", "Add or change an agency")
        {
            Roles = [Role.Administrator],
            Takes = Content.Json<AgencyRequest>(),
            Answers = [Reply.Ok<Agency>("The agency as it is stored")],
        },
        new("SaveStaff", "Add or change a member of staff")
        {
            Roles = [Role.Administrator],
            Takes = Content.Json<StaffRequest>(),
            Answers = [Reply.Ok<StaffMember>("The member of staff as they are stored")],
        },
        new("SaveFidelity", "Record how fully an agency implements the model")
        {
            Description = "One assessment, or several: all of them or none. The same again changes nothing; another with the id of one corrects it.",
            Roles = [Role.Researcher, Role.Administrator],
            Takes = new Content("application/json", typeof(FidelityAssessmentRequest), typeof(FidelityAssessmentsRequest)),
            Answers = [Reply.Ok<FidelityAnswer>("The agency's fidelity with them")],
            Refuses = [404, 409],
        },
        new("GetFidelity", "How fully an agency implements the model")
        {
            Description = "Supervisors ask about their own agency.",
            Roles = [Role.Supervisor, Role.Researcher, Role.Administrator],
            Answers = [Reply.Ok<FidelityAnswer>("The agency's fidelity")],
            Refuses = [404],
        },
        Operation.Page("GetAgenciesPage", "Page: agencies", Role.Supervisor, Role.Administrator) with
        {
            Answers = [Reply.Html("All agencies, for an administrator"), Reply.GoOn],
            Refuses = [404],
        },
        Operation.Page("GetAgencyPage", "Page: one agency", Role.Supervisor, Role.Administrator) with { Refuses = [404] },
    ];
}
