using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Requests;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Enrols one person.</summary>
public sealed class EnrolParticipant(SignedIn signedIn, Enrolments enrolments)
{
    [Function(nameof(EnrolParticipant))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/participants")] HttpRequest request, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Practitioner, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        (JsonFields? fields, IResult? problem) = await JsonFields.ReadAsync(request, cancellation);
        if (fields is null)
        {
            return problem!;
        }

        EnrolmentForm form = EnrolmentRequest.Read(fields);
        CheckedEnrolment read = await enrolments.CheckAsync(form, fields.Errors, by!, cancellation);
        if (read.Enrolment is null)
        {
            return read.Conflict is { } conflict ? Problem.Conflict(conflict.Problem) : Problem.BadFields(read.Errors);
        }

        return await enrolments.EnrolAsync(read.Enrolment, cancellation) is { } id
            ? Results.Created($"/api/participants/{id}", new EnrolledParticipant(id.Text))
            : Problem.Conflict(Enrolments.Lost);
    }
}
