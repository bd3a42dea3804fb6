using ConnectingPeople.Domain;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Requests;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Agencies;

/// <summary>Adds a member of staff, or changes one.</summary>
public sealed class SaveStaff(SignedIn signedIn, AgencyStore agencies)
{
    [Function(nameof(SaveStaff))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/staff/{email}")] HttpRequest request, string email, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out _, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        (JsonFields? fields, IResult? problem) = await JsonFields.ReadAsync(request, cancellation);
        if (fields is null)
        {
            return problem!;
        }

        List<FieldError> errors = [];
        StaffMember member = await ReadAsync(email.Trim().ToLowerInvariant(), fields, errors, cancellation);
        errors.InsertRange(0, fields.Errors);
        if (errors.Count > 0)
        {
            return Problem.BadFields(errors);
        }

        await agencies.SaveAsync(member, cancellation);
        return Results.Ok(member);
    }

    private async Task<StaffMember> ReadAsync(string email, JsonFields fields, List<FieldError> errors, CancellationToken cancellation)
    {
        string name = fields.Text("name")?.Trim() ?? "";
        string agency = fields.Text("agencyId") ?? "";
        string role = fields.Text("role") ?? "";
        string? phone = fields.Text("phone");
        if (!StaffEmail.IsOne(email))
        {
            errors.Add(new FieldError("email", StaffEmail.Rule));
        }

        if (name.Length is 0 or > 100)
        {
            errors.Add(new FieldError("name", "is missing, or longer than 100 characters."));
        }

        if (!AgencyId.IsOne(agency) || await agencies.FindAsync(agency, cancellation) is null)
        {
            errors.Add(new FieldError("agencyId", "is no agency we know. Add it first with PUT /api/agencies/{id}."));
        }

        if (!Enum.GetValues<Role>().Any(known => Words.Of(known) == role))
        {
            errors.Add(new FieldError("role", $"must be one of: {string.Join(", ", Enum.GetValues<Role>().Select(Words.Of))}."));
        }

        if (phone is not null)
        {
            Result<PhoneNumber> parsed = PhoneNumber.Parse(phone);
            phone = parsed.Value?.E164;
            if (parsed.Error is { } problem)
            {
                errors.Add(new FieldError("phone", problem));
            }
        }

        return new StaffMember(email, name, agency, role, phone);
    }
}
