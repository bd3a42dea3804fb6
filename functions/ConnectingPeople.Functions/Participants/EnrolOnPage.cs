using ConnectingPeople.Domain.CheckIns;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Site;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Enrols one person on a page: a form, the first message as they will get it, and then the deed.</summary>
public sealed class EnrolOnPage(Pages pages, Enrolments enrolments, AgencyStore agencies, Study study, IClock clock)
{
    [Function("GetEnrolPage")]
    public async Task<IResult> AskAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "enrol")] HttpRequest request, CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Practitioner, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        StaffMember? self = await agencies.FindStaffAsync(visit.Who!.Email, cancellation);
        Dictionary<string, string> preset = new()
        {
            ["channel"] = "sms",
            ["language"] = study.Languages[0],
            ["consentKeepAnswers"] = "yes",
            ["practitionerEmail"] = visit.Who.Email,
            ["agencyId"] = self?.AgencyId ?? "",
        };
        return await ShowAsync(visit, new Filled(preset, []), cancellation);
    }

    [Function(nameof(EnrolOnPage))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "enrol")] HttpRequest request, CancellationToken cancellation)
    {
        (Visit visit, IFormCollection? form, IResult? refusal) = await pages.ReadFormAsync(request, [Role.Practitioner, Role.Administrator], cancellation);
        if (form is null)
        {
            return refusal!;
        }

        Filled written = Filled.From(form);
        if (written["step"] == "change")
        {
            return await ShowAsync(visit, written, cancellation);
        }

        CheckedEnrolment read = await enrolments.CheckAsync(EnrolFields.Form(written), [], visit.Who!, cancellation);
        if (read.Enrolment is not { } enrolment)
        {
            return await ShowAsync(visit, written.With(EnrolFields.Faults(read)), cancellation);
        }

        return written["step"] == "enrol" ? await EnrolAsync(visit, enrolment, cancellation) : await PreviewAsync(visit, written, enrolment, cancellation);
    }

    private async Task<IResult> EnrolAsync(Visit visit, Enrolment enrolment, CancellationToken cancellation) =>
        await enrolments.EnrolAsync(enrolment, cancellation) is { } id
            ? pages.GoTo($"/participants/{id}?done=enrolled")
            : pages.Say(visit, StatusCodes.Status409Conflict, "Nobody was enrolled by this form", Enrolments.Lost);

    private async Task<IResult> PreviewAsync(Visit visit, Filled written, Enrolment enrolment, CancellationToken cancellation) =>
        pages.Show<EnrolPreviewPage>(visit, new
        {
            In = written,
            Enrolment = enrolment,
            First = FirstMessage.Of(enrolment.Begin(ParticipantId.From(0)), clock.GetCurrentInstant(), study),
            Agency = (await agencies.FindAsync(enrolment.Profile.AgencyId, cancellation))!.Name,
        });

    private async Task<IResult> ShowAsync(Visit visit, Filled filled, CancellationToken cancellation)
    {
        IReadOnlyDictionary<string, Agency> known = await agencies.AllAsync(cancellation);
        Choice[] choices = [new("", "Select one"), .. known.Values.OrderBy(agency => agency.Name, StringComparer.OrdinalIgnoreCase).Select(agency => new Choice(agency.Id, agency.Name))];
        return pages.Show<EnrolPage>(
            visit,
            new { In = filled, Study = study, Agencies = (IReadOnlyList<Choice>)choices },
            filled.Faults.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }
}
