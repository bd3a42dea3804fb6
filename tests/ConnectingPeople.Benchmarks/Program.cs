using ConnectingPeople.Benchmarks;
using ConnectingPeople.Domain.Studies;

string yaml = Path.Combine(AppContext.BaseDirectory, "Studies", "connecting-people.yaml");
Study study = StudyDefinition.Load(File.ReadAllText(yaml), "connecting-people.yaml").Value!;
DeciderTurns.Run(study);
