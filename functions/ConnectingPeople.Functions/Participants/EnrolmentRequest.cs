using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Requests;

namespace ConnectingPeople.Functions.Participants;

/// <summary>The body of an enrolment request as a form.</summary>
public static class EnrolmentRequest
{
    /// <returns>The form; what is wrong with the body's shape is in the fields' errors.</returns>
    public static EnrolmentForm Read(JsonFields fields)
    {
        JsonFields? consent = fields.Part("consent");
        return new EnrolmentForm
        {
            Name = fields.Text("name"),
            Phone = fields.Text("phone"),
            Email = fields.Text("email"),
            Channel = fields.Text("channel"),
            Language = fields.Text("language"),
            TimeZone = fields.Text("timeZone"),
            AgencyId = fields.Text("agencyId"),
            PractitionerEmail = fields.Text("practitionerEmail"),
            ClientGroup = fields.Text("clientGroup"),
            AgeBand = fields.Text("ageBand"),
            Gender = fields.Text("gender"),
            ConsentGivenOn = consent?.Text("givenOn"),
            ConsentVersion = consent?.Text("version"),
            ConsentKeepAnswers = consent?.YesOrNo("keepAnswers"),
            Goals = fields.Texts("goals"),
            CheckInDay = fields.Text("checkInDay"),
            CheckInTime = fields.Text("checkInTime"),
        };
    }

    /// <summary>The errors of shape and of content together, each field once.</summary>
    public static IReadOnlyList<FieldError> Together(IReadOnlyList<FieldError> shape, IReadOnlyList<FieldError> content) =>
        [.. shape, .. content.Where(error => !shape.Any(other => other.Field == error.Field))];
}
