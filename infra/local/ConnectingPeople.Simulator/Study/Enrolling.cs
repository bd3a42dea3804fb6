using System.Globalization;
using ConnectingPeople.Simulator.Phones;

namespace ConnectingPeople.Simulator.Study;

/// <summary>Whom to enrol with a phone.</summary>
/// <param name="ClientGroup"><c>mental-health</c> or <c>learning-disability</c>.</param>
/// <param name="Email">The inbox that check-ins go to; null for somebody who is texted.</param>
public sealed record Enrolment(string Phone, string Name, Agency Agency, string ClientGroup, string Goal, string? Email = null);

/// <summary>Enrols a phone in the study as its administrator would, agency and practitioner first.</summary>
public sealed class Enrolling(StudyApi study, StudyClock clock, PhoneBook phones)
{
    /// <summary>What is said of a phone that takes part already.</summary>
    public const string Already = "This phone is enrolled in the study already.";

    /// <returns>What went wrong, or null.</returns>
    public async Task<string?> EnrolAsync(Enrolment enrolment, CancellationToken cancellation)
    {
        Agency agency = enrolment.Agency;
        StudyAnswer answer = await CallAsync(HttpMethod.Put, $"/api/agencies/{agency.Id}", new { agency.Name, agency.Sector }, cancellation);
        foreach ((Staff member, string role) in (IEnumerable<(Staff, string)>)[(agency.Practitioner, "practitioner"), (agency.Supervisor, "supervisor")])
        {
            if (answer.Trouble is null)
            {
                object body = new { member.Name, agencyId = agency.Id, role, member.Phone };
                answer = await CallAsync(HttpMethod.Put, $"/api/staff/{member.Email}", body, cancellation);
            }
        }

        if (answer.Trouble is null)
        {
            answer = await CallAsync(HttpMethod.Post, "/api/participants", await BodyAsync(enrolment, cancellation), cancellation);
        }

        phones.Named(enrolment.Phone, enrolment.Name);
        if (answer.Trouble is null)
        {
            phones.Enrolled(enrolment.Phone, answer.Body.GetProperty("id").GetString()!);
        }

        return answer.Status == 409 ? Already : answer.Trouble;
    }

    private Task<StudyAnswer> CallAsync(HttpMethod method, string path, object body, CancellationToken cancellation) =>
        study.CallAsync(method, path, StudyApi.Administrator, body, cancellation);

    private async Task<object> BodyAsync(Enrolment enrolment, CancellationToken cancellation) => new
    {
        enrolment.Name,
        enrolment.Phone,
        enrolment.Email,
        channel = enrolment.Email is null ? "sms" : "email",
        language = "en-GB",
        timeZone = "Europe/London",
        agencyId = enrolment.Agency.Id,
        practitionerEmail = enrolment.Agency.Practitioner.Email,
        enrolment.ClientGroup,
        consent = new { givenOn = (await clock.NowAsync(cancellation)).InUtc().Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), version = "1" },
        goals = new[] { enrolment.Goal },
    };
}
