using System.Collections.Concurrent;
using System.Globalization;
using ConnectingPeople.Simulator.Phones;

namespace ConnectingPeople.Simulator.Study;

/// <summary>Enrols a phone in the study as its administrator would, agency and staff first.</summary>
public sealed class Enrolling(StudyApi study, StudyClock clock, PhoneBook phones)
{
    /// <summary>What is said of a phone that takes part already.</summary>
    public const string Already = "This phone is enrolled in the study already.";

    private readonly ConcurrentDictionary<string, Agency> entered = [];

    /// <returns>What went wrong, or null.</returns>
    public async Task<string?> EnrolAsync(Enrolment enrolment, CancellationToken cancellation)
    {
        string? trouble = await EnterAsync(enrolment.Agency, cancellation);
        phones.Named(enrolment.Phone, enrolment.Name);
        if (trouble is not null)
        {
            return trouble;
        }

        StudyAnswer answer = await CallAsync(HttpMethod.Post, "/api/participants", await BodyAsync(enrolment, cancellation), cancellation);
        if (answer.Trouble is null)
        {
            phones.Enrolled(enrolment.Phone, answer.Body.GetProperty("id").GetString()!);
        }

        return answer.Status == 409 ? Already : answer.Trouble;
    }

    /// <summary>Enters an agency and its staff, once.</summary>
    /// <returns>What went wrong, or null.</returns>
    public async Task<string?> EnterAsync(Agency agency, CancellationToken cancellation)
    {
        if (entered.TryGetValue(agency.Id, out Agency? known) && known == agency)
        {
            return null;
        }

        StudyAnswer answer = await CallAsync(HttpMethod.Put, $"/api/agencies/{agency.Id}", new { agency.Name, agency.Sector }, cancellation);
        foreach (Staff member in agency.Members.TakeWhile(_ => answer.Trouble is null))
        {
            object body = new { member.Name, agencyId = agency.Id, member.Role, member.Phone };
            answer = await CallAsync(HttpMethod.Put, $"/api/staff/{member.Email}", body, cancellation);
        }

        if (answer.Trouble is null)
        {
            entered[agency.Id] = agency;
        }

        return answer.Trouble;
    }

    private Task<StudyAnswer> CallAsync(HttpMethod method, string path, object body, CancellationToken cancellation) =>
        study.CallAsync(method, path, StudyApi.Administrator, body, cancellation);

    private async Task<object> BodyAsync(Enrolment enrolment, CancellationToken cancellation) => new
    {
        enrolment.Name,
        enrolment.Phone,
        enrolment.Email,
        channel = enrolment.Email is null ? "sms" : "email",
        enrolment.Language,
        timeZone = "Europe/London",
        agencyId = enrolment.Agency.Id,
        practitionerEmail = (enrolment.Practitioner ?? enrolment.Agency.Practitioners.First()).Email,
        enrolment.ClientGroup,
        enrolment.AgeBand,
        enrolment.Gender,
        consent = new { givenOn = (await clock.NowAsync(cancellation)).InUtc().Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), version = "1" },
        goals = new[] { enrolment.Goal },
        enrolment.CheckInDay,
        enrolment.CheckInTime,
    };
}
