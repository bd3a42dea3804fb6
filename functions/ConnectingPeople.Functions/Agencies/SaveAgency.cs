using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Participants;
using ConnectingPeople.Functions.Requests;
using ConnectingPeople.Functions.Storage;

namespace ConnectingPeople.Functions.Agencies;

/// <summary>Adds an agency, or changes one.</summary>
public sealed class SaveAgency(SignedIn signedIn, AgencyStore agencies)
{
    private static readonly string[] Sectors = ["local-authority", "nhs", "third-sector"];

    [Function(nameof(SaveAgency))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agencies/{id}")] HttpRequest request, string id, CancellationToken cancellation)
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

        string name = fields.Text("name")?.Trim() ?? "";
        string sector = fields.Text("sector") ?? "";
        List<FieldError> errors = [.. fields.Errors];
        if (!AgencyId.IsOne(id))
        {
            errors.Add(new FieldError("id", AgencyId.Rule));
        }

        if (name.Length is 0 or > 100)
        {
            errors.Add(new FieldError("name", "is missing, or longer than 100 characters."));
        }

        if (!Sectors.Contains(sector))
        {
            errors.Add(new FieldError("sector", $"must be one of: {string.Join(", ", Sectors)}."));
        }

        if (errors.Count > 0)
        {
            return Problem.BadFields(errors);
        }

        Agency agency = new(id, name, sector);
        await agencies.SaveAsync(agency, cancellation);
        return Results.Ok(agency);
    }
}
